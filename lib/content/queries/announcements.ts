import { listsOf } from '../catalog/keys.ts'
import { catalog as open } from '../catalog/store.ts'

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
    const article = catalog.article(slug)
    if (article === null) return []
    const lists = article.state === 'withdrawn' ? [] : listsOf(article)
    return [{ slug, href: `/${article.section}/${slug}`, published: article.published.ms, lists }]
  })
}

/** The newest stories of some lists together, newest first, `limit` at most. */
export async function getNewest(lists: readonly string[], limit: number): Promise<Omit<Place, 'href'>[]> {
  const catalog = await open()
  const stories = lists.flatMap((list) => catalog.list(list, limit))
  const bySlug = new Map(stories.map(({ slug, published }) => [slug, { slug, published: published.ms }]))
  return Array.from(bySlug.values())
    .sort((a, b) => b.published - a.published || (a.slug < b.slug ? -1 : 1))
    .slice(0, limit)
}

/** Goes through all published stories, `size` of them or fewer at a time, month by month. */
export async function* allPlaces(size: number): AsyncGenerator<Place[]> {
  const { months } = await open().then((catalog) => ({ months: catalog.months() }))
  for (const { month } of months) {
    for (let offset = 0; ; offset += size) {
      const found = (await open()).ofMonth(month, size, offset)
      if (found.length > 0)
        yield found.map(({ card }) => ({
          slug: card.slug,
          href: `/${card.section}/${card.slug}`,
          published: card.published.ms,
        }))
      if (found.length < size) break
    }
  }
}
