import type { CreativeWork, Graph, ImageObject, NewsArticle, Organization, Person, Quiz, Thing } from 'schema-dts'
import type { Article, Publication } from '../../content/model.ts'
import { absolute } from '../addresses.ts'
import { cropsOf } from '../crops/crop.ts'
import { lastChange } from '../dates.ts'
import { SHARE_SIZE, shareAddress } from '../share/address.ts'
import { articleSubject } from '../share/subject.ts'
import { breadcrumb } from './breadcrumb.ts'
import { graphOf, type Site } from './graph.ts'
import { idOf, reference } from './ids.ts'
import { imageOf } from './image.ts'
import { typeOf } from './kinds.ts'
import { editionNode, organization, website } from './publisher.ts'
import { textOf } from './text.ts'

type Work = Omit<Exclude<Quiz, string>, '@type'>

/**
 * What an article's page says of itself. A withdrawn one is a page about an article that is no more.
 * @param part which part of its series it is, counted from 1
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 * @see https://developers.google.com/search/docs/appearance/publication-dates
 */
export function articleGraph(site: Site, article: Article, part?: number | null): Graph {
  const { publication } = site
  const { section, headline, href } = article
  const trail = breadcrumb(publication, [
    { name: section.title, href: section.href },
    { name: headline, href },
  ])
  const work = article.state === 'withdrawn' ? withdrawn(publication, article) : workNode(publication, article, part)
  return graphOf(work, trail, organization(site), website(site))
}

function withdrawn(publication: Publication, article: Article): Thing {
  return {
    '@type': 'WebPage',
    '@id': idOf(publication, article.href),
    name: article.headline,
    description: article.withdrawn?.reason,
    inLanguage: languageOf(publication, article),
    isPartOf: reference(idOf(publication, '/', 'website')),
    breadcrumb: reference(idOf(publication, article.href, 'breadcrumb')),
  }
}

function workNode(publication: Publication, article: Article, part?: number | null): NewsArticle | Quiz {
  const type = typeOf(article.kind)
  const { topics, corrections, sources } = article
  const work: Work = {
    '@id': idOf(publication, article.href, 'article'),
    mainEntityOfPage: absolute(publication.url, article.href),
    headline: article.headline,
    description: article.dek ?? undefined,
    image: imagesOf(publication, article),
    datePublished: article.published.iso,
    dateModified: lastChange(article).iso,
    author: signatories(publication, article),
    publisher: reference(idOf(publication, '/', 'organization')),
    isPartOf: wholes(publication, article),
    position: part ?? undefined,
    inLanguage: languageOf(publication, article),
    isAccessibleForFree: true,
    keywords: some(topics.map(({ title }) => title)),
    correction: some(
      corrections.map(({ date, html }) => ({
        '@type': 'CorrectionComment' as const,
        datePublished: date.iso,
        text: textOf(html),
      })),
    ),
    citation: some(sources.map(({ name, url: address }) => ({ '@type': 'CreativeWork' as const, name, url: address }))),
  }
  if (type === 'Quiz') return { '@type': type, ...work }
  return { '@type': type, ...work, articleSection: article.section.title, wordCount: article.words }
}

/** Nothing is said of what there is none of. */
const some = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length > 0 ? items : undefined)

const languageOf = ({ locale }: Publication, { byline }: Article): string => byline.edition?.locale ?? locale

/** Its picture in each shape, or else the drawing of its headline that others are shown. */
function imagesOf(publication: Publication, article: Article): ImageObject[] {
  const { slug, picture } = article
  if (picture === null) {
    const src = shareAddress(articleSubject(publication, article))
    return [imageOf(publication, { src, ...SHARE_SIZE })]
  }
  return cropsOf(slug, picture).map((crop) => imageOf(publication, { ...crop, credit: picture.credit }))
}

/** The people of the byline, in its order; where nobody else signs, the edition. */
function signatories(publication: Publication, { byline }: Article): (Person | Organization)[] {
  const { authors, edition } = byline
  if (authors.length === 0) return edition ? [editionNode(publication, edition)] : []
  return authors.map(({ name, href }) => ({
    '@type': 'Person',
    '@id': idOf(publication, href, 'person'),
    name,
    url: absolute(publication.url, href),
  }))
}

function wholes(publication: Publication, { series }: Article): (CreativeWork | ReturnType<typeof reference>)[] {
  const site = reference(idOf(publication, '/', 'website'))
  if (series === null) return [site]
  const { title, href } = series
  const id = idOf(publication, href, 'series')
  return [site, { '@type': 'CreativeWorkSeries', '@id': id, name: title, url: absolute(publication.url, href) }]
}
