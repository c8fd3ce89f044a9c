import { ALL, listsOf } from '../catalog/keys.ts'
import { catalog as open } from '../catalog/store.ts'
import { newestOf } from './newest.ts'

/** Where readers find a story. */
export interface Place {
  readonly slug: string
  readonly href: string
  /** When it was published, in milliseconds since the epoch. */
  readonly published: number
}

/**
 * Where some stories are to be found, and the names of the lists that each stands in: none for a withdrawn one. One that
 * has no page is left out.
 */
export async function findPlaces(slugs: Iterable<string>): Promise<(Place & { readonly lists: readonly string[] })[]> {
  const catalog = await open()
  return Array.from(slugs).flatMap((slug) => {
    const article = catalog.articles.find(slug)
    if (article === null) return []
    const lists = article.state === 'withdrawn' ? [] : listsOf(article)
    return [{ slug, href: `/${article.section}/${slug}`, published: article.published.ms, lists }]
  })
}

/** The newest stories of some lists together, newest first, `limit` at most. */
export const getNewest = async (lists: readonly string[], limit: number): Promise<Omit<Place, 'href'>[]> =>
  newestOf(await open(), lists, limit).map(({ slug, published }) => ({ slug, published: published.ms }))

/**
 * Goes through all stories that lists have, newest first, about `size` at a time; one may come twice. Each step takes as
 * long as any other, however many there are.
 */
export async function* allPlaces(size: number): AsyncGenerator<Place[]> {
  let moment = Number.MAX_SAFE_INTEGER
  let half = size
  for (;;) {
    const nearest = (await open()).lists.around(ALL, moment, 2 * half)
    const older = nearest.filter(({ published }) => published.ms <= moment)
    yield older.map(({ slug, section, published }) => ({ slug, href: `/${section}/${slug}`, published: published.ms }))
    const oldest = older.at(-1)?.published.ms
    if (oldest === undefined || older.length < half) return
    // More than can be had at a time were published at one moment.
    half = oldest === moment ? half * 2 : size
    moment = oldest
  }
}
