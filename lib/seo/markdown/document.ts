import { dump } from 'js-yaml'
import type { ListItem, RootContent } from 'mdast'
import type { Publication } from '../../content/model.ts'
import type { SourceArticle } from '../../content/queries/markdown.ts'
import { absolute } from '../addresses.ts'
import { figure, type Surroundings } from './blocks.ts'
import { plainBlocks, plainMarkdown } from './body.ts'
import { linkTo } from './links.ts'

/**
 * A story as one Markdown document: its facts as YAML front matter, then headline, dek, lead picture, text and sources.
 * Of a withdrawn one, that it is and why.
 * @see https://www.rfc-editor.org/rfc/rfc7763 (`text/markdown`)
 */
export function articleMarkdown(publication: Publication, article: SourceArticle): string {
  const { url } = publication
  const around = { url, page: absolute(url, article.href), named: article.named }
  const front = dump(facts(publication, article, around), { lineWidth: -1, skipInvalid: true })
  return `---\n${front}---\n\n${plainMarkdown(lead(article, around), article.body, around)}${sources(article, around)}`
}

function facts({ name, url, locale }: Publication, article: SourceArticle, around: Surroundings): object {
  const { authors, edition } = article.byline
  return present({
    title: article.headline,
    description: article.dek,
    canonical: around.page,
    publication: name,
    authors: authors.map((author) => ({ name: author.name, url: absolute(url, author.href) })),
    edition: edition?.name,
    published: article.published.iso,
    updated: article.updated?.iso,
    language: edition?.locale ?? locale,
    section: article.section.title,
    topics: article.topics.map(({ title }) => title),
    series: article.series?.title,
    corrections: article.corrections.map(({ date, text }) => ({
      date: date.iso,
      text: plainMarkdown([], text, around).trim(),
    })),
    withdrawn: article.withdrawn && { date: article.withdrawn.date.iso, reason: article.withdrawn.reason },
  })
}

/** Fields that say something. */
const present = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null && String(value) !== ''))

function lead({ headline, dek, picture, caption, withdrawn }: SourceArticle, around: Surroundings): RootContent[] {
  const words = (value: string) => ({ type: 'text', value }) as const
  const title: RootContent = { type: 'heading', depth: 1, children: [words(headline)] }
  if (withdrawn) {
    const notice = [words('This story has been withdrawn')]
    return [
      title,
      { type: 'paragraph', children: [{ type: 'strong', children: notice }, words(`: ${withdrawn.reason}`)] },
    ]
  }
  const under: RootContent[] = dek
    ? [{ type: 'paragraph', children: [{ type: 'emphasis', children: [words(dek)] }] }]
    : []
  if (!picture) return [title, ...under]
  const shown = { ...picture, src: new URL(picture.src, around.page).href }
  return [title, ...under, ...figure(shown, caption ? plainBlocks(caption, around) : [])]
}

function sources({ sources: named, withdrawn }: SourceArticle, around: Surroundings): string {
  if (named.length === 0 || withdrawn) return ''
  const heading: RootContent = { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Sources' }] }
  const items = named.map(({ name, url }): ListItem => {
    const link = linkTo(url, [{ type: 'text', value: name }])
    return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [link] }] }
  })
  return `\n${plainMarkdown([heading, { type: 'list', ordered: false, spread: false, children: items }], '', around)}`
}
