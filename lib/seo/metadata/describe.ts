import type { Metadata } from 'next'
import type { Publication } from '../../content/model.ts'
import { absolute } from '../addresses.ts'
import { type ListPage, titleOfPage } from '../list-page.ts'
import { type FedList, feedLinks } from './feeds.ts'
import { type Languages, openGraphLocale } from './languages.ts'
import { previewPicture, type SharePicture } from './picture.ts'
import { LISTED, UNLISTED } from './robots.ts'

type OpenGraph = NonNullable<Metadata['openGraph']>
type Types = NonNullable<NonNullable<Metadata['alternates']>['types']>

/** What the head of a page is made of. */
interface Described {
  /** For browsers and search engines. */
  readonly title: string
  readonly description: string
  /** The page's one address, as a path. */
  readonly href: string
  /** The title says it all, without the publication's name behind it. */
  readonly whole?: boolean
  /** Of a list that has several pages: which one this is. */
  readonly place?: ListPage
  /** Lists of the page that have feeds of their own. */
  readonly feeds?: readonly FedList[]
  /** The same in other forms, by media type. */
  readonly forms?: Types
  /** The language of its readers, where it is not the publication's; a BCP 47 tag. */
  readonly locale?: string
  readonly languages?: Languages | null
  /** Of its versions for other readers. */
  readonly otherLocales?: readonly string[]
  readonly share?: SharePicture | null
  /** What previews say in place of title and description, and what only they say. */
  readonly preview?: OpenGraph
  readonly listed?: boolean
}

/** The place of what is no part of a list. */
const ONLY: ListPage = { query: '', newer: null, older: null, upTo: null }

/**
 * The head of a page, the same way for every kind of page. All addresses are absolute.
 * @see https://ogp.me/
 */
export function describe(publication: Publication, described: Described): Metadata {
  const { url, locale } = publication
  const { description, href, whole = false, place = ONLY, share = null, listed = true } = described
  const title = titleOfPage(described.title, place.upTo, publication)
  const at = (query: string) => absolute(url, href + query)
  return {
    title: { absolute: whole ? title : `${title} | ${publication.name}` },
    description,
    robots: listed ? LISTED : UNLISTED,
    alternates: {
      canonical: at(place.query),
      ...(described.languages ? { languages: described.languages } : {}),
      types: { ...feedLinks(publication, described.feeds), ...described.forms },
    },
    pagination: {
      previous: place.newer === null ? null : at(place.newer),
      next: place.older === null ? null : at(place.older),
    },
    openGraph: {
      type: 'website',
      title,
      description,
      url: at(place.query),
      siteName: publication.name,
      ...locales(described.locale ?? locale, described.otherLocales),
      images: [previewPicture(publication, share)],
      ...described.preview,
    },
    // The rest of a card is taken from Open Graph; an empty list keeps Next from saying all of the picture twice.
    // @see https://developer.x.com/en/docs/x-for-websites/cards/overview/markup
    twitter: { card: share === null ? 'summary' : 'summary_large_image', images: [] },
  }
}

function locales(own: string, others: readonly string[] = []): Pick<OpenGraph, 'locale' | 'alternateLocale'> {
  const locale = openGraphLocale(own)
  const alternateLocale = [...new Set(others.map(openGraphLocale))].filter((other) => other !== locale)
  return { locale, alternateLocale }
}
