import type { Catalog } from '../catalog/catalog.ts'
import type { Card, FullArticle } from '../catalog/entries.ts'
import type { Version } from '../model.ts'

/** More editions than any publication has. */
const MOST = 100

/**
 * All versions of a story for the readers of different editions: the original and every story that names it, so that each
 * of them gives the same list. Of two for the same readers the newer counts.
 * @returns the original first; nothing when there is only one, or another one counts in this one's place
 */
export function versionsOf(catalog: Catalog, article: FullArticle): Version[] {
  const { publication, editions } = catalog.site
  const root = article.original ?? article.slug
  const [byDefault] = editions.keys()
  const cards = [catalog.articles.card(root), ...catalog.lists.newest(`versions:${root}`, MOST)].filter(
    (card) => card !== null,
  )
  const byLocale = new Map<string, Card>()
  for (const card of cards) {
    const locale = editions.get(card.edition ?? '')?.locale ?? publication.locale
    if (!byLocale.has(locale)) byLocale.set(locale, card)
  }
  const isAmong = Array.from(byLocale.values()).some(({ slug }) => slug === article.slug)
  if (byLocale.size < 2 || !isAmong) return []
  const versions = Array.from(byLocale, ([locale, card]) => ({ locale, card }))
  const isByDefault = ({ edition }: Card) => edition === undefined || edition === byDefault
  const standard = versions.find(({ card }) => isByDefault(card)) ?? versions[0]
  return versions.map((version) => ({
    locale: version.locale,
    href: `/${version.card.section}/${version.card.slug}`,
    isDefault: version === standard,
  }))
}
