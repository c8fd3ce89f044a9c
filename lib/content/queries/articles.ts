import type { Catalog } from '../catalog/catalog.ts'
import type { FullArticle } from '../catalog/entries.ts'
import { ALL } from '../catalog/keys.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Article, Story } from '../model.ts'
import { toAuthor } from './authors.ts'
import { articleDefaults, toBody } from './body.ts'
import { toCorrections, toPicture, toSeriesRef, toStory } from './present.ts'
import { versionsOf } from './versions.ts'

/** Where a story's page is in place of the address that was asked for. */
export interface Moved {
  readonly type: 'moved'
  readonly href: string
}

/** An address' answer: the article, or where it is now. */
export type Found = { readonly type: 'found'; readonly article: Article } | Moved

/**
 * The article at `/<section>/<slug>`. A slug is unique in the publication, so another section, or an alias, answers
 * with the right address. Null for what readers may not see.
 */
export async function findArticle(section: string, slug: string): Promise<Found | null> {
  const catalog = await open()
  const found = locate(catalog, section, slug)
  if (found?.type !== 'found') return found
  if (found.article.state === 'withdrawn') catalog.noteGone()
  return { type: 'found', article: toArticle(catalog, found.article) }
}

/** The article whose page is at `/<section>/<slug>` as the catalog has it, or where that page is now. */
export function locate(
  catalog: Catalog,
  section: string,
  slug: string,
): { readonly type: 'found'; readonly article: FullArticle } | Moved | null {
  const article = catalog.articles.at(slug)
  if (article === null) return null
  const isHere = article.section === section && article.slug === slug
  return isHere ? { type: 'found', article } : { type: 'moved', href: `/${article.section}/${article.slug}` }
}

/** A story by its slug alone, as lists have it; null for what no list may have. */
export async function findStory(slug: string): Promise<Story | null> {
  const catalog = await open()
  const card = catalog.articles.card(slug)
  return card && toStory(catalog, card)
}

/** The newest stories but those named, `limit` at most. */
export async function getLatest(except: readonly string[], limit: number): Promise<Story[]> {
  const catalog = await open()
  return catalog.lists.newest(ALL, limit, except).map((card) => toStory(catalog, card))
}

/** The stories of the last 48 hours, newest first, `limit` at most. @param now milliseconds since the epoch */
export async function getRecent(limit: number, now: number): Promise<Story[]> {
  const catalog = await open()
  return catalog.lists.recent(now, limit).map((card) => toStory(catalog, card))
}

function toArticle(catalog: Catalog, article: FullArticle): Article {
  return {
    ...toStory(catalog, article),
    picture: toPicture(catalog, article.image),
    kind: article.kind,
    words: article.words,
    body: article.status === 'withdrawn' ? [] : toBody(catalog, article.body, articleDefaults(catalog)),
    topics: article.topics.flatMap((slug) => {
      const { title, href, description } = catalog.entries.topicRef(slug)
      // A withdrawn story may have been the only one of its topic.
      const isThere = article.state !== 'withdrawn' || description !== null || catalog.lists.count(`topic:${slug}`) > 0
      return isThere ? [{ slug, title, href }] : []
    }),
    authors: [...new Set(article.authors)].flatMap((slug) => {
      const author = catalog.entries.find('authors', slug)
      return author ? [toAuthor(catalog, author)] : []
    }),
    corrections: toCorrections(article),
    sources: article.sources,
    series: toSeriesRef(catalog, article.series),
    versions: versionsOf(catalog, article),
    withdrawn: article.withdrawn ?? null,
    seo: { title: article.seo.title ?? null, description: article.seo.description ?? null },
  }
}
