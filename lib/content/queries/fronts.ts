import type { Catalog, Entry } from '../catalog/catalog.ts'
import { catalog as open } from '../catalog/store.ts'
import { arrangeFront } from '../front.ts'
import type { Front } from '../model.ts'
import { visible } from './paging.ts'
import { toStory } from './present.ts'

/** Above this no front grows; what is older has its section pages. */
const NEWEST = 200

/**
 * The front of an edition: of the first one at `/` when `edition` is null. Null for an edition that is not there, and
 * for the first one's own name, whose front has the address `/`.
 */
export async function getFront(edition: string | null, now: number): Promise<Front | null> {
  const catalog = await open()
  const [first] = catalog.editions.keys()
  if (edition !== null && (edition === first || !catalog.editions.has(edition))) return null
  const own = edition ?? first ?? null
  const stories = forEdition(visible(catalog, catalog.newest, now), own).slice(0, NEWEST)
  const front = catalog.fronts.get(edition ?? 'home')
  const placed = [front?.lead, ...(front?.second ?? [])].flatMap((slug) => placeable(catalog, slug, now))
  const arranged = arrangeFront({
    stories: [...new Set([...placed, ...stories])],
    lead: placed.find(({ slug }) => slug === front?.lead) ?? null,
    second: placed.filter(({ slug }) => slug !== front?.lead),
    sections: front?.blocks ?? Array.from(catalog.sections.keys()),
  })
  const show = (articles: readonly Entry<'articles'>[]) => articles.map((article) => toStory(catalog, article, now))
  return {
    edition: (own && catalog.editions.get(own)) || null,
    lead: arranged.lead && toStory(catalog, arranged.lead, now),
    second: show(arranged.second),
    blocks: arranged.blocks.flatMap(({ section, stories: inBlock }) => {
      const ref = catalog.sections.get(section)
      return ref
        ? [{ section: { slug: ref.slug, title: ref.title, href: ref.href, tint: ref.tint }, stories: show(inBlock) }]
        : []
    }),
    latest: show(arranged.latest),
  }
}

/** An edition's own stories and those of no edition come first, by time; the others' fill up behind them. */
function forEdition(articles: readonly Entry<'articles'>[], edition: string | null): Entry<'articles'>[] {
  const isOwn = (article: Entry<'articles'>) => article.edition === undefined || article.edition === edition
  return [...articles.filter(isOwn), ...articles.filter((article) => !isOwn(article))]
}

function placeable(catalog: Catalog, slug: string | undefined, now: number): Entry<'articles'>[] {
  const article = slug === undefined ? undefined : catalog.articles.get(slug)
  return article === undefined || article.status === 'withdrawn' ? [] : visible(catalog, [article], now)
}
