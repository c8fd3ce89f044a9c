import { expect, test } from 'vitest'
import { named, URN } from '#tests/fixtures/feeds.ts'
import { issueCorrection, issueStory } from '#tests/fixtures/issues.ts'
import { MORNING, publishedIssue } from '#tests/fixtures/newsletters.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { attributesOf, readHtml, readXml, textsOf } from '#tests/fixtures/seo/dom.ts'
import { toAtom } from '../../seo/feeds/atom.ts'
import { toJson } from '../../seo/feeds/json.ts'
import { toRss } from '../../seo/feeds/rss.ts'
import { toIssuesDocument } from './feed.ts'

const SITE = 'https://broadsheet.example'
const HOSTILE = '</a><script>alert(1)</script>"&'

const feed = (...issues: ReturnType<typeof publishedIssue>[]) => toIssuesDocument(publication(), MORNING, issues, null)

test('a feed of issues has each issue with a way to all that it carried, by full addresses', () => {
  const stories = [issueStory({ slug: 'a', headline: 'A' }), issueStory({ slug: 'b', headline: 'B', dek: null })]
  const rss = readXml(toRss(feed(publishedIssue('2026-11-23', { stories, corrections: [issueCorrection()] }))))
  expect(textsOf(rss, 'channel > title, item > title, item > link, item > pubDate')).toEqual([
    'Broadsheet: Broadsheet Morning',
    'How a space station stays up',
    `${SITE}/newsletters/morning/2026-11-23`,
    'Mon, 23 Nov 2026 11:30:01 GMT',
  ])
  const html = readHtml(named(rss, 'content:encoded')[0]?.textContent ?? '')
  expect(attributesOf(html, 'a', 'href')).toEqual(['the-first-beep', 'a', 'b'].map((slug) => `${SITE}/science/${slug}`))
  expect(html.body.textContent).toContain('Correction: The first beep. An earlier version gave the year as 1958.')
})

test('an issue keeps its name for good, and has another than any other', () => {
  const ids = (...dates: string[]) =>
    textsOf(readXml(toAtom(feed(...dates.map((date) => publishedIssue(date))))), 'entry > id')
  const [first, second] = ids('2026-11-23', '2026-11-22')
  expect(first).toMatch(URN)
  expect(second).not.toBe(first)
  expect(ids('2026-11-23')).toEqual([first])
})

test('whatever stands in a headline is text in the feed', () => {
  const stories = [issueStory({ headline: HOSTILE, dek: HOSTILE, kicker: HOSTILE, href: `/x/${HOSTILE}` })]
  const corrections = [issueCorrection({ headline: HOSTILE, text: HOSTILE, kind: 'withdrawn' })]
  const [item] = JSON.parse(
    toJson(feed(publishedIssue('2026-11-23', { stories, corrections, subject: HOSTILE }))),
  ).items
  const html = readHtml(item.content_html)
  expect(html.querySelectorAll('script')).toHaveLength(0)
  expect(Array.from(html.querySelectorAll('a'), ({ textContent }) => textContent)).toEqual([HOSTILE, HOSTILE])
})

test('a newsletter of which nothing was sent has an empty feed', () => {
  expect(textsOf(readXml(toAtom(feed())), 'entry')).toEqual([])
  expect(JSON.parse(toJson(feed())).items).toEqual([])
})
