import { createElement as h, type ReactNode } from 'react'
import { nameOf } from '../../content/calendar/names.ts'
import { linkTo, type Making, quietLink, webVersion } from './issue-place.ts'
import { correctionsBox, furtherStory, leadStory } from './issue-stories.ts'
import { PREFERENCES, UNSUBSCRIBE } from './placeholders.ts'
import { directionOf, english, line, shellOf, smallPrint, space } from './shell.ts'
import { STYLE } from './style.ts'
import { imprintOf, moreOnTheWeb, NOTHING_COUNTED, reasonFor } from './words.ts'

/**
 * An issue as elements of a mail.
 * @param shown how many of its stories it shows; for the rest it leads to the web
 */
export function issueElement(making: Making, shown: number): ReactNode {
  const { stories } = making.content
  const [lead, ...others] = stories.slice(0, shown)
  return shellOf(making.components, making.content, [
    ...masthead(making),
    ...correctionsBox(making),
    ...(lead ? leadStory(making, lead) : []),
    ...others.flatMap((story) => furtherStory(making, story)),
    ...more(making, stories.length - shown),
    ...foot(making),
  ])
}

function masthead(making: Making): ReactNode[] {
  const { components, content, at } = making
  const { Row, Column, Heading, Text } = components
  const small = (text: ReactNode) => h(Text, { className: 'quiet', style: STYLE.quiet }, text)
  const end = directionOf(content.locale) === 'rtl' ? 'left' : 'right'
  return [
    line(components, 'rule'),
    h(Heading, { as: 'h1', className: 'ink masthead', style: STYLE.masthead }, content.title),
    h(
      Row,
      null,
      h(Column, null, small(nameOf(at.date, content.locale, 'title'))),
      h(Column, { align: end }, small(quietLink(making, webVersion(at), 'Read on the web'))),
    ),
    space(components, 10),
    line(components, 'hair'),
    space(components, 20),
  ]
}

function more(making: Making, hidden: number): ReactNode[] {
  const { components, at } = making
  const words = moreOnTheWeb(hidden)
  if (words === null) return []
  const link = english(linkTo(making, webVersion(at), words, STYLE.link))
  return [
    line(components, 'hair'),
    space(components, 18),
    h(components.Text, { className: 'ink', style: STYLE.dek }, link),
    space(components, 20),
  ]
}

function foot(making: Making): ReactNode[] {
  const { components, content, at } = making
  const links = [
    quietLink(making, PREFERENCES, 'Choose, pause or change address'),
    ' · ',
    quietLink(making, UNSUBSCRIBE, 'Unsubscribe'),
    ' · ',
    quietLink(making, webVersion(at), 'Read on the web'),
  ]
  return [
    line(components, 'rule'),
    space(components, 16),
    ...smallPrint(components, [
      english(reasonFor(content, at.siteUrl)),
      h('span', null, ...links),
      english(NOTHING_COUNTED),
      imprintOf(at),
    ]),
  ]
}
