import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { ArticleView } from '#components/article/article-view.tsx'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { findArticle, getLatest } from '#lib/content/queries/articles.ts'
import { getNewsletterRefs } from '#lib/content/queries/newsletters.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { getSeriesPlace } from '#lib/content/queries/series.ts'
import { formToken } from '#lib/newsletter/signup/pages.ts'
import { getRelated } from '#lib/related/stories.ts'
import { articleGraph } from '#lib/seo/json-ld/article.ts'
import { describeArticle } from '#lib/seo/metadata/article.ts'

interface Props {
  readonly params: Promise<{ slug: string; article: string }>
}

/** How many stories stand under a story: on its matter, and of the day. */
const RELATED = 3
const LATEST = 11

/** Finds and renders an article once for the head and the page of a request. @see https://react.dev/reference/react/cache */
const readArticle = cache(findArticle)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, article } = await params
  const found = await readArticle(slug, article)
  return found?.type === 'found' ? describeArticle(await getPublication(), found.article) : {}
}

export default async function Page({ params }: Props) {
  const { slug, article: name } = await params
  const found = await readArticle(slug, name)
  if (!found) notFound()
  if (found.type === 'moved') permanentRedirect(found.href)
  const { article } = found
  const related = await getRelated(article.slug, RELATED)
  const now = Date.now()
  const [publication, logo, latest, newsletters, series, inText, afterIt] = await Promise.all([
    getPublication(),
    getLogo(),
    getLatest([article.slug, ...related.map((story) => story.slug)], LATEST),
    getNewsletterRefs(),
    article.series && getSeriesPlace(article.series.slug, article.slug),
    formToken('article', now),
    formToken('after', now),
  ])
  return (
    <Shell publication={publication} current={article.section.href}>
      <ArticleView
        {...{ publication, article, related, latest, newsletters, series }}
        tokens={{ article: inText, after: afterIt }}
      />
      <JsonLd graph={articleGraph({ publication, logo }, article, series?.part)} />
    </Shell>
  )
}
