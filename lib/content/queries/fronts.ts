import type { Catalog } from '../catalog/catalog.ts'
import type { Card } from '../catalog/entries.ts'
import { catalog as open } from '../catalog/store.ts'
import { arrangeFront } from '../front.ts'
import type { Front } from '../model.ts'
import { newestOf } from './newest.ts'
import { toStory } from './present.ts'

/** Above this no front grows; what is older has its section pages. */
const NEWEST = 200

/**
 * The front of an edition: of the first one at `/` when `edition` is null. Null for an edition that is not there, and
 * for the first one's own name, whose front has the address `/`. Its page shows which day it is.
 */
export async function getFront(edition: string | null): Promise<Front | null> {
  const catalog = await open()
  const { editions, sections } = catalog.site
  const [first] = editions.keys()
  if (edition !== null && (edition === first || !editions.has(edition))) return null
  catalog.noteDay()
  const own = edition ?? first ?? null
  const front = catalog.entries.find('fronts', edition ?? 'home')
  const placed = [front?.lead, ...(front?.second ?? [])].flatMap((slug) => (slug && catalog.articles.card(slug)) || [])
  const arranged = arrangeFront({
    stories: unique([...placed, ...newestFor(catalog, own)]),
    lead: placed.find(({ slug }) => slug === front?.lead) ?? null,
    second: placed.filter(({ slug }) => slug !== front?.lead),
    sections: front?.blocks ?? Array.from(sections.keys()),
  })
  const show = (cards: readonly Card[]) => cards.map((card) => toStory(catalog, card))
  return {
    edition: (own && editions.get(own)) || null,
    lead: arranged.lead && toStory(catalog, arranged.lead),
    second: show(arranged.second),
    blocks: arranged.blocks.flatMap(({ section, stories: inBlock }) => {
      const ref = sections.get(section)
      return ref
        ? [{ section: { slug: ref.slug, title: ref.title, href: ref.href, tint: ref.tint }, stories: show(inBlock) }]
        : []
    }),
    latest: show(arranged.latest),
  }
}

/** An edition's own stories and those of no edition come first, by time; the others' fill up behind them. */
function newestFor(catalog: Catalog, edition: string | null): Card[] {
  const others = Array.from(catalog.site.editions.keys()).filter((slug) => slug !== edition)
  const those = (slugs: readonly string[], limit: number) =>
    newestOf(
      catalog,
      slugs.map((slug) => `edition:${slug}`),
      limit,
    )
  const own = those(edition === null ? [''] : ['', edition], NEWEST)
  return [...own, ...those(others, NEWEST - own.length)]
}

/** Each story once and as one object, by which the arrangement knows it. */
function unique(cards: readonly Card[]): Card[] {
  const bySlug = new Map<string, Card>()
  for (const card of cards) if (!bySlug.has(card.slug)) bySlug.set(card.slug, card)
  return Array.from(bySlug.values())
}
