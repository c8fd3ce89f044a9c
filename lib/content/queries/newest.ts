import type { Catalog } from '../catalog/catalog.ts'
import type { Card } from '../catalog/entries.ts'

/** The newest stories of some lists together, each once, newest first, `limit` at most. */
export function newestOf(catalog: Catalog, lists: readonly string[], limit: number): Card[] {
  const bySlug = new Map(lists.flatMap((list) => catalog.lists.newest(list, limit)).map((card) => [card.slug, card]))
  return Array.from(bySlug.values())
    .sort((a, b) => b.published.ms - a.published.ms || (a.slug < b.slug ? -1 : 1))
    .slice(0, limit)
}
