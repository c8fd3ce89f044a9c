import type { Month } from '../../content/catalog/month-questions.ts'
import { PLACE_LISTS, type PlaceList } from '../../content/queries/sitemaps.ts'

/**
 * The most addresses in one file: a tenth of what the protocol allows, so that a file is made, sent and read at once.
 * @see https://www.sitemaps.org/protocol.html#index (50,000 addresses, 50 MB)
 */
export const MOST_ADDRESSES = 5000

/** What a sitemap holds: a part, counted from 1, of a month's stories or of a list of other pages. */
export type SitemapFile = { readonly part: number } & (
  | { readonly month: string; readonly list: null }
  | { readonly month: null; readonly list: PlaceList }
)

/** A sitemap as the index names it. */
export interface IndexEntry {
  /** A path of this site. */
  readonly href: string
  /** When something in it last changed as far as the content tells, in milliseconds since the epoch; null where nothing does. */
  readonly modified: number | null
}

const NAME = /^(?:(?<month>\d{4}-(?:0[1-9]|1[0-2]))|(?<list>[a-z]+))(?:-(?<part>[1-9]\d{0,3}))?\.xml$/

/**
 * Reads the name of a file under `/sitemaps/`. The first part has no number, so that each file has one address.
 * @param name as in the address: `2022-04.xml`, `2022-04-2.xml`, `topics.xml`
 * @returns null for what is no such name; whether there is a file by it is another question
 */
export function readSitemapName(name: string): SitemapFile | null {
  const { month, list, part: written } = NAME.exec(name)?.groups ?? {}
  if (written === '1') return null
  const part = Number(written ?? 1)
  if (month !== undefined) return { month, list: null, part }
  const known = PLACE_LISTS.find((each) => each === list)
  return known === undefined ? null : { month: null, list: known, part }
}

/**
 * All sitemaps but that of the news: as many files for each month and each list as it takes.
 *
 * Every part of a month has the month's date, which is too young for some: what is asked for once too often is right,
 * what is never asked for again is not. Files of other pages have none: a page that comes or goes leaves no date.
 * @param months newest first
 */
export const indexEntries = (months: readonly Month[], counts: Readonly<Record<PlaceList, number>>): IndexEntry[] => [
  ...PLACE_LISTS.flatMap((list) => partsOf(list, counts[list], null)),
  ...months.flatMap(({ month, count, modified }) => partsOf(month, count, modified)),
]

function partsOf(name: string, count: number, modified: number | null): IndexEntry[] {
  const parts = Math.ceil(count / MOST_ADDRESSES)
  return Array.from({ length: parts }, (_, at) => ({
    href: `/sitemaps/${name}${at === 0 ? '' : `-${at + 1}`}.xml`,
    modified,
  }))
}
