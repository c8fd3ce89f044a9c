import { renderInline } from '../../markdown/render.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { FullArticle } from '../catalog/entries.ts'
import { ALL } from '../catalog/keys.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Article, Story } from '../model.ts'
import { toAuthor } from './authors.ts'
import { articleDefaults, toBody } from './body.ts'
import { toPicture, toStory } from './present.ts'
import { versionsOf } from './versions.ts'

/** An address' answer: the article, or where it is now. */
export type Found =
  | { readonly type: 'found'; readonly article: Article }
  | { readonly type: 'moved'; readonly href: string }

/**
 * The article at `/<section>/<slug>`. A slug is unique in the publication, so another section, or an alias, answers
 * with the right address. Null for what readers may not see.
 */
export async function findArticle(section: string, slug: string): Promise<Found | null> {
  const catalog = await open()
  const article = catalog.article(slug) ?? catalog.article(catalog.redirect(slug) ?? '')
  if (article === null) return null
  if (article.section !== section || article.slug !== slug)
    return { type: 'moved', href: `/${article.section}/${article.slug}` }
  if (article.state === 'withdrawn') catalog.noteGone()
  return { type: 'found', article: toArticle(catalog, article) }
}

/** A story by its slug alone, as lists have it; null for what no list may have. */
export async function findStory(slug: string): Promise<Story | null> {
  const catalog = await open()
  const card = catalog.story(slug)
  return card && toStory(catalog, card)
}

/** The newest stories but those named, `limit` at most. */
export async function getLatest(except: readonly string[], limit: number): Promise<Story[]> {
  const catalog = await open()
  return catalog.listWithout(ALL, except, limit).map((card) => toStory(catalog, card))
}

/** The stories of the last 48 hours, newest first, `limit` at most. @param now milliseconds since the epoch */
export async function getRecent(limit: number, now: number): Promise<Story[]> {
  const catalog = await open()
  return catalog.recent(now, limit).map((card) => toStory(catalog, card))
}

function toArticle(catalog: Catalog, article: FullArticle): Article {
  const series = article.series ? catalog.entry('series', article.series) : null
  return {
    ...toStory(catalog, article),
    picture: toPicture(catalog, article.image),
    kind: article.kind,
    words: article.words,
    body: article.status === 'withdrawn' ? [] : toBody(catalog, article.body, articleDefaults(catalog)),
    topics: article.topics.flatMap((slug) => {
      const { title, href, description } = catalog.topicRef(slug)
      // A withdrawn story may have been the only one of its topic.
      const isThere = article.state !== 'withdrawn' || description !== null || catalog.count(`topic:${slug}`) > 0
      return isThere ? [{ slug, title, href }] : []
    }),
    authors: [...new Set(article.authors)].flatMap((slug) => {
      const author = catalog.entry('authors', slug)
      return author ? [toAuthor(catalog, author)] : []
    }),
    corrections: article.corrections.map(({ date, text }) => ({ date, html: renderInline(text) })),
    sources: article.sources,
    series: series && { slug: series.slug, title: series.title, href: `/series/${series.slug}` },
    versions: versionsOf(catalog, article),
    withdrawn: article.withdrawn ?? null,
    seo: { title: article.seo.title ?? null, description: article.seo.description ?? null },
  }
}
