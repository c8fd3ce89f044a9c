import { nameOf } from '../../content/calendar/names.ts'
import { absolute } from '../../seo/addresses.ts'
import type { IssueContent, IssueCorrection, IssueStory } from '../model.ts'
import { type IssuePlace, webVersion } from './issue-place.ts'
import { PREFERENCES, UNSUBSCRIBE } from './placeholders.ts'
import { paragraph, RULE, textOfParagraphs } from './text.ts'
import { imprintOf, moreOnTheWeb, NOTHING_COUNTED, reasonFor, signature } from './words.ts'

/** An issue as plain text, with the same stories and the same links as its HTML. @param shown how many stories */
export function issueText(content: IssueContent, at: IssuePlace, shown: number): string {
  const { title, locale, stories, corrections } = content
  const more = moreOnTheWeb(stories.length - shown)
  const capitals = (text: string) => text.toLocaleUpperCase(locale)
  const link = (href: string) => absolute(at.siteUrl, href)
  const told = ({ headline, text, href, kind, carried }: IssueCorrection) => {
    const state = kind === 'withdrawn' ? 'Withdrawn' : 'Corrected'
    return paragraph(headline, text, `${state} since we sent it on ${nameOf(carried, locale)}.`, link(href))
  }
  const shownStory = (story: IssueStory) =>
    paragraph(capitals(story.kicker), story.headline, story.dek, signature(story), link(story.href))
  return textOfParagraphs([
    paragraph(capitals(title), nameOf(at.date, locale, 'title'), webVersion(at)),
    RULE,
    ...(corrections.length > 0 ? [capitals('Corrections to what we sent you'), ...corrections.map(told), RULE] : []),
    ...stories.slice(0, shown).map(shownStory),
    more === null ? '' : paragraph(`${more}:`, webVersion(at)),
    RULE,
    paragraph(reasonFor(content, at.siteUrl)),
    paragraph('Choose, pause or change address:', PREFERENCES),
    paragraph('Unsubscribe:', UNSUBSCRIBE),
    paragraph(NOTHING_COUNTED),
    paragraph(imprintOf(at)),
  ])
}
