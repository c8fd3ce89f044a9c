import { type CSSProperties, createElement as h, type ReactNode } from 'react'
import { absolute } from '../../seo/addresses.ts'
import type { IssueContent } from '../model.ts'
import type { Components } from './render.ts'
import { STYLE } from './style.ts'

/** Where an issue is and who sends it. */
export interface IssuePlace {
  /** The public address of the site, without a slash at its end. */
  readonly siteUrl: string
  /** Its slug. */
  readonly newsletter: string
  /** Date of the issue. */
  readonly date: string
  readonly publisher: string
  /** Where the publisher gets letters, or null. */
  readonly address: string | null
}

/** What every part of an issue is made with. */
export interface Making {
  readonly components: Components
  readonly content: IssueContent
  readonly at: IssuePlace
}

/** The address of an issue's page. */
export const webVersion = ({ siteUrl, newsletter, date }: IssuePlace): string =>
  absolute(siteUrl, `/newsletters/${newsletter}/${date}`)

/** A link in the colour of the text, without a line unless it says so. @param href a path on the site, or an address */
export const linkTo = (
  { components: { Link }, at }: Making,
  href: string,
  text: string,
  style: CSSProperties = STYLE.plain,
): ReactNode => h(Link, { href: absolute(at.siteUrl, href), className: 'ink', style }, text)

/** A link in small print, whose words are ours and English. */
export const quietLink = ({ components: { Link }, at }: Making, href: string, text: string): ReactNode =>
  h(
    Link,
    { href: absolute(at.siteUrl, href), className: 'quiet', style: STYLE.quietLink, lang: 'en', dir: 'ltr' },
    text,
  )
