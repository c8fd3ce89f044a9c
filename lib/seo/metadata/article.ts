import type { Metadata } from 'next'
import type { Article, Publication } from '../../content/model.ts'
import { absolute, markdownAddress, oembedAddress } from '../addresses.ts'
import { lastChange } from '../dates.ts'
import { articleSubject } from '../share/subject.ts'
import { describe } from './describe.ts'
import { languages } from './languages.ts'

/**
 * The head of a story's page. `seo` speaks to search engines only: a preview says what the page says.
 * One that is not published is named, and no more.
 * @see https://ogp.me/#type_article
 */
export function describeArticle(publication: Publication, article: Article): Metadata {
  const { seo, headline, href, state } = article
  const dek = article.dek ?? headline
  const head = { title: seo.title ?? headline, description: seo.description ?? dek, href }
  if (state !== 'published') return describe(publication, { ...head, listed: false })
  const { name, url } = publication
  return describe(publication, {
    ...head,
    forms: {
      'text/markdown': [{ url: absolute(url, markdownAddress(href)), title: headline }],
      'application/json+oembed': [{ url: absolute(url, oembedAddress(absolute(url, href))), title: headline }],
    },
    locale: article.byline.edition?.locale ?? publication.locale,
    languages: languages(url, article.versions, href),
    otherLocales: article.versions.map(({ locale }) => locale),
    share: { subject: articleSubject(publication, article), alt: altOf(article, name) },
    preview: {
      type: 'article',
      title: headline,
      description: dek,
      publishedTime: article.published.iso,
      modifiedTime: lastChange(article).iso,
      authors: article.byline.authors.map((author) => absolute(url, author.href)),
      section: article.section.title,
      tags: article.topics.map(({ title }) => title),
    },
  })
}

/** What is to be seen on a share image: the headline, on a photo where there is one. */
const altOf = ({ headline, picture }: Article, name: string): string =>
  picture ? `${headline} (${picture.alt})` : `${headline} (${name})`
