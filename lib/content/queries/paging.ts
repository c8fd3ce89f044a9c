import type { Catalog, Entry } from '../catalog/catalog.ts'
import type { Paged, Story } from '../model.ts'
import { isVisible, toStory } from './present.ts'

/** Stories on one page of a list. */
const PAGE_SIZE = 20

/** The visible ones of a list of articles, in its order. */
export const visible = (catalog: Catalog, articles: readonly Entry<'articles'>[] | undefined, now: number) =>
  (articles ?? []).filter((article) => isVisible(catalog, article, now))

/** One page of a list, or null past its end. An empty list has one empty page. */
export function pageOf(
  catalog: Catalog,
  articles: readonly Entry<'articles'>[] | undefined,
  page: number,
  now: number,
): Paged<Story> | null {
  const all = visible(catalog, articles, now)
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE))
  if (!Number.isInteger(page) || page < 1 || page > pages) return null
  const items = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((article) => toStory(catalog, article, now))
  return { items, page, pages, total: all.length }
}
