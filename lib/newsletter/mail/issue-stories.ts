import { type CSSProperties, createElement as h, type ReactNode } from 'react'
import { nameOf } from '../../content/calendar/names.ts'
import { absolute } from '../../seo/addresses.ts'
import type { IssueCorrection, IssueStory } from '../model.ts'
import { linkTo, type Making } from './issue-place.ts'
import { boxOf, english, line, space } from './shell.ts'
import { STYLE } from './style.ts'
import { minutesIn } from './words.ts'

/** The corrections of an issue in a box; nothing where there are none. */
export function correctionsBox(making: Making): ReactNode[] {
  const { components, content } = making
  if (content.corrections.length === 0) return []
  const { Heading } = components
  const head = h(
    Heading,
    { as: 'h2', className: 'ink', style: STYLE.boxHead },
    english('Corrections to what we sent you'),
  )
  const all = content.corrections.flatMap((correction) => correctionOf(making, correction))
  return [
    boxOf(components, { className: 'wash', style: STYLE.box }, { style: STYLE.boxed }, head, ...all),
    space(components, 24),
  ]
}

function correctionOf(making: Making, { href, headline, kind, text, carried }: IssueCorrection): ReactNode[] {
  const { Heading, Text } = making.components
  const sent = nameOf(carried, making.content.locale)
  const state = kind === 'withdrawn' ? 'Withdrawn since we sent it' : 'Corrected since we sent it'
  return [
    h(Heading, { as: 'h3', className: 'ink', style: STYLE.boxHeadline }, linkTo(making, href, headline)),
    h(Text, { className: 'ink', style: STYLE.dek }, text),
    h(Text, { className: 'quiet', style: STYLE.quiet }, english(`${state} on ${sent}.`)),
  ]
}

/** The story that leads, with its picture. */
export function leadStory(making: Making, story: IssueStory): ReactNode[] {
  return [...pictureOf(making, story), ...wordsOf(making, story, 'lead', STYLE.lead, STYLE.leadDek)]
}

export function furtherStory(making: Making, story: IssueStory): ReactNode[] {
  const { components } = making
  const words = wordsOf(making, story, 'headline', STYLE.headline, STYLE.dek)
  return [line(components, 'hair'), space(components, 18), ...words]
}

function pictureOf({ components, at: { siteUrl } }: Making, { picture, href }: IssueStory): ReactNode[] {
  if (picture === null) return []
  const { Img, Link } = components
  const { src, alt, width, height } = picture
  const style = { ...STYLE.picture, maxWidth: `${width}px` }
  const shown = h(Img, { src: absolute(siteUrl, src), alt, width, height, style })
  // Its words stand there until the picture is asked for, in the dark too.
  const link = { href: absolute(siteUrl, href), className: 'ink', style: STYLE.pictureLink }
  return [h(Link, link, shown), space(components, 16)]
}

function wordsOf(
  making: Making,
  story: IssueStory,
  size: 'lead' | 'headline',
  headline: CSSProperties,
  dek: CSSProperties,
): ReactNode[] {
  const { components } = making
  const { Heading, Text } = components
  const by = story.byline === null ? [] : [story.byline, ' · ']
  return [
    h(Text, { className: 'accent', style: STYLE.kicker }, story.kicker),
    h(Heading, { as: 'h2', className: `ink ${size}`, style: headline }, linkTo(making, story.href, story.headline)),
    story.dek && h(Text, { className: 'ink', style: dek }, story.dek),
    h(Text, { className: 'quiet', style: STYLE.signature }, ...by, english(minutesIn(story.minutes))),
    space(components, 20),
  ]
}
