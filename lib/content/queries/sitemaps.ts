import type { Catalog } from '../catalog/catalog.ts'
import type { Month } from '../catalog/month-questions.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Section } from '../model.ts'
import { archivePages } from './archive.ts'

/** A page that search engines may list. */
export interface Place {
  readonly href: string
  /** When it last changed as far as the content tells, in milliseconds since the epoch; null where nothing tells. */
  readonly modified: number | null
  /** The path of its lead picture under `/media/`; null without one. */
  readonly image: string | null
}

/** The lists of places that are no stories. */
export const PLACE_LISTS = ['pages', 'sections', 'topics', 'authors'] as const
export type PlaceList = (typeof PLACE_LISTS)[number]

/** All sections in their order. */
export const getSections = async (): Promise<Section[]> => Array.from((await open()).site.sections.values())

/** The months of UTC in which stories were published, newest first. */
export const getMonths = async (): Promise<Month[]> => (await open()).months.all()

/**
 * The stories published in a month of UTC, oldest first, so that a new one moves none of the others.
 * @param month `2022-04`
 * @returns nothing past the last one, or for a month without stories
 */
export async function getMonthPlaces(month: string, limit: number, offset: number): Promise<Place[]> {
  const catalog = await open()
  return catalog.months.stories(month, limit, offset).map(({ card: { section, slug, image }, modified }) => ({
    href: `/${section}/${slug}`,
    modified,
    // A picture whose file is gone is on no page.
    image: image && catalog.media(image.src)?.size ? image.src : null,
  }))
}

/** How many places each list has. */
export async function countPlaces(): Promise<Record<PlaceList, number>> {
  const catalog = await open()
  const count = (list: PlaceList) => [list, namesOf(catalog, list).length] as const
  return Object.fromEntries(PLACE_LISTS.map(count)) as Record<PlaceList, number>
}

/**
 * Places of a list, always in the same order. A page that lists stories changed when the newest of them was published.
 * @returns nothing past the last one
 */
export async function getPlaces(list: PlaceList, limit: number, offset: number): Promise<Place[]> {
  const catalog = await open()
  return namesOf(catalog, list)
    .slice(offset, offset + limit)
    .map(({ href, stories }) => ({ href, modified: newestOf(catalog, stories), image: null }))
}

/** An address, and the catalog's lists whose stories its page shows. */
interface Named {
  readonly href: string
  readonly stories: readonly string[]
}

function namesOf(catalog: Catalog, list: PlaceList): Named[] {
  switch (list) {
    case 'sections':
      return Array.from(catalog.site.sections.values(), ({ slug, href }) => named(href, `section:${slug}`))
    case 'topics':
      return Array.from(catalog.lists.counts('topic').keys(), (slug) => named(`/topics/${slug}`, `topic:${slug}`))
    case 'authors':
      return catalog.entries.all('authors').map(({ slug }) => named(`/authors/${slug}`, `author:${slug}`))
    case 'pages':
      return pagesOf(catalog)
  }
}

/** Fronts, the lists of lists, the archive down to its months, newsletters, series and plain pages. */
function pagesOf(catalog: Catalog): Named[] {
  const { editions, publication } = catalog.site
  const fronts = Array.from(editions.values(), ({ slug, href }) => named(href, 'edition:', `edition:${slug}`))
  return [
    ...(fronts.length > 0 ? fronts : [named('/', 'edition:')]),
    ...['/authors', '/topics', '/newsletters', '/most-read'].map((href) => named(href)),
    ...archivePages(catalog).map((href) => named(href)),
    ...catalog.entries.all('newsletters').map(({ slug }) => named(`/newsletters/${slug}`)),
    ...catalog.entries.all('series').map(({ slug }) => named(`/series/${slug}`, `series:${slug}`)),
    ...publication.pages.map(({ href }) => named(href)),
  ]
}

const named = (href: string, ...stories: string[]): Named => ({ href, stories })

/** When the newest story of these lists was published; null when they have none. */
function newestOf(catalog: Catalog, lists: readonly string[]): number | null {
  const times = lists.flatMap((list) => catalog.lists.newest(list, 1).map(({ published }) => published.ms))
  return times.length > 0 ? Math.max(...times) : null
}
