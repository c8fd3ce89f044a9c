import { renderInline } from '../../markdown/render.ts'
import type { Catalog, Entry } from '../catalog/catalog.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Article, Story } from '../model.ts'
import { toAuthor } from './authors.ts'
import { articleDefaults, toBody } from './body.ts'
import { isVisible, toStory } from './present.ts'

/** An address' answer: the article, or where it is now. */
export type Found =
  | { readonly type: 'found'; readonly article: Article }
  | { readonly type: 'moved'; readonly href: string }

/**
 * The article at `/<section>/<slug>`. A slug is unique in the publication, so another section, or an alias, answers
 * with the right address. Null for what readers may not see.
 * @param now milliseconds since the epoch
 */
export async function findArticle(section: string, slug: string, now: number): Promise<Found | null> {
  const catalog = await open()
  const article = catalog.articles.get(slug) ?? catalog.articles.get(catalog.aliases.get(slug) ?? '')
  if (article === undefined || !isVisible(catalog, article, now)) return null
  if (article.section !== section || article.slug !== slug)
    return { type: 'moved', href: `/${article.section}/${article.slug}` }
  return { type: 'found', article: toArticle(catalog, article, now) }
}

/** The newest stories but those named, `limit` at most. */
export async function getLatest(except: readonly string[], limit: number, now: number): Promise<Story[]> {
  const catalog = await open()
  const stories: Story[] = []
  for (const article of catalog.newest) {
    if (stories.length === limit) break
    if (isVisible(catalog, article, now) && !except.includes(article.slug)) stories.push(toStory(catalog, article, now))
  }
  return stories
}

function toArticle(catalog: Catalog, article: Entry<'articles'>, now: number): Article {
  const series = article.series ? catalog.series.get(article.series) : undefined
  return {
    ...toStory(catalog, article, now),
    kind: article.kind,
    words: article.words,
    body: article.status === 'withdrawn' ? [] : toBody(catalog, article.body, now, articleDefaults(catalog)),
    topics: article.topics.flatMap((slug) => {
      const topic = catalog.topics.get(slug)
      return topic ? [{ slug, title: topic.title, href: topic.href }] : []
    }),
    authors: [...new Set(article.authors)].flatMap((slug) => {
      const author = catalog.authors.get(slug)
      return author ? [toAuthor(catalog, author, now)] : []
    }),
    corrections: article.corrections.map(({ date, text }) => ({ date, html: renderInline(text) })),
    sources: article.sources,
    series: series ? { slug: series.slug, title: series.title, href: `/series/${series.slug}` } : null,
    withdrawn: article.withdrawn ?? null,
    seo: { title: article.seo.title ?? null, description: article.seo.description ?? null },
  }
}
