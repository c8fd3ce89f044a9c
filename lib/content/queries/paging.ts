import type { Catalog } from '../catalog/catalog.ts'
import type { Paged, Story } from '../model.ts'
import { toStory } from './present.ts'

/** Stories on one page of a list. */
const PAGE_SIZE = 20

/**
 * One page of a list, or null past its end. An empty list has one empty page.
 * @param led slugs of stories of the list that come first, in this order
 */
export function pageOf(catalog: Catalog, list: string, page: number, led: readonly string[] = []): Paged<Story> | null {
  const total = catalog.count(list)
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  if (!Number.isInteger(page) || page < 1 || page > pages) return null
  const start = (page - 1) * PAGE_SIZE
  const first = led.slice(start, start + PAGE_SIZE).flatMap((slug) => catalog.story(slug) ?? [])
  const rest = catalog.listWithout(list, led, PAGE_SIZE - first.length, Math.max(0, start - led.length))
  return { items: [...first, ...rest].map((card) => toStory(catalog, card)), page, pages, total }
}
