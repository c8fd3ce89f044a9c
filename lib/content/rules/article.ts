import { bodyFacts } from '../../markdown/facts.ts'
import { LONG_TITLE } from '../schema/article.ts'
import type { ParsedFileOf } from '../source/read.ts'
import { checkBody } from './body.ts'
import { type LinkContext, linkFault } from './links.ts'
import { type Names, RESERVED } from './names.ts'
import { pictureFault } from './pictures.ts'
import type { Report } from './report.ts'

type ArticleFile = ParsedFileOf<'articles'>
type Values = ArticleFile['values']
type Data = Readonly<Record<string, unknown>>

/** Whether nothing stands in a field; what is wrong in one is not missing. */
const isBlank = (data: Data, field: string) => !Object.hasOwn(data, field) || data[field] === null

/** Checks what an article says of other files, and what its fields say of each other. `now` in milliseconds. */
export function checkArticle(article: ArticleFile, names: Names, now: number, report: Report): void {
  const { values, document } = article
  if (document === null) return
  checkNames(values, names, report)
  checkSignature(values, document.data, report)
  checkSlugs(article, names, report)
  checkOriginal(article, names, report)
  checkDates(values, document.data, report)
  checkHeadline(values, document.data, report)
  checkPicture(values, document.data, names, report)
  const visibleFrom = values.status === 'draft' ? null : Math.max(now, values.published?.ms ?? now)
  const situation = { address: `/${values.section ?? 'section'}/${article.slug}`, visibleFrom }
  checkBody(document, names, situation, report)
  checkInline(values, names, { ...situation, anchors: () => null }, report)
}

function checkNames(values: Values, names: Names, report: Report): void {
  const { files } = names
  report.known(['section'], values.section, files.sections, 'unknown-section', 'section % has no file in sections/')
  report.known(['kind'], values.kind, names.kinds, 'unknown-kind', 'there is no kind %')
  report.known(['edition'], values.edition, names.editions, 'unknown-edition', 'edition % is not in site.yaml')
  report.known(['series'], values.series, files.series, 'unknown-series', 'series % has no file in series/')
  for (const [at, author] of (values.authors ?? []).entries()) {
    report.known(['authors', at], author, files.authors, 'unknown-author', 'author % has no file in authors/')
  }
  for (const [at, slug] of (values.related ?? []).entries()) {
    report.known(['related', at], slug, files.articles, 'unknown-article', 'there is no article %')
  }
}

function checkSignature({ authors }: Values, data: Data, report: Report): void {
  if (authors?.length === 0 && isBlank(data, 'edition'))
    report.field(['authors'], 'missing-author', 'an article needs an author, or an edition to sign it')
}

function checkSlugs({ slug, source, values }: ArticleFile, names: Names, report: Report): void {
  const top = { line: 1, column: 1 }
  if (RESERVED.has(slug))
    report.at(top, 'reserved-slug', `"${slug}" is a name that the site needs itself; rename the file`)
  const first = names.article(slug)?.file
  if (first !== source.file) report.at(top, 'duplicate-slug', `the slug "${slug}" is used already by ${first}`)
  for (const [at, alias] of (values.aliases ?? []).entries()) {
    const holder = names.files.articles.has(alias) ? alias : names.alias(alias)
    if (alias === slug)
      report.field(['aliases', at], 'duplicate-slug', `the alias "${alias}" is the article's own slug`)
    else if (holder !== slug)
      report.field(['aliases', at], 'duplicate-slug', `the alias "${alias}" is used already by the article "${holder}"`)
  }
}

/** A version for another edition names the story that it is a version of, so that each leads to all others. */
function checkOriginal({ slug, values }: ArticleFile, names: Names, report: Report): void {
  const { original, edition } = values
  if (original === undefined) return
  const path = ['original']
  report.known(path, original, names.files.articles, 'unknown-article', 'there is no article %')
  const further = names.article(original)?.original
  if (original === slug) report.field(path, 'invalid-field', '"original" is the article itself')
  else if (further !== undefined)
    report.field(path, 'invalid-field', `"${original}" is itself a version of "${further}": name that one`)
  if (edition === undefined)
    report.field(path, 'missing-field', 'a version of a story needs the "edition" that it is for')
}

function checkDates({ published, updated, status, withdrawn }: Values, data: Data, report: Report): void {
  if (published && updated && updated.ms < published.ms) {
    report.field(['updated'], 'date-order', `"updated" (${updated.iso}) is before "published" (${published.iso})`)
  }
  if (status === 'withdrawn' && isBlank(data, 'withdrawn')) {
    report.field(
      ['status'],
      'missing-field',
      'a withdrawn article needs "withdrawn" with a date and a reason for the public',
    )
  }
  if (status !== undefined && status !== 'withdrawn' && withdrawn !== undefined) {
    report.field(['withdrawn'], 'invalid-field', `"withdrawn" is given, but the status is ${status}`)
  }
}

/** Words only, so that a full stop or a quotation mark makes no difference. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

/** A title of four words or more is no phrase that a dek needs; a shorter one may be a name. */
const repeats = (dek: string, title: string): boolean =>
  dek === title || (title.split(' ').length >= 4 && ` ${dek} `.includes(` ${title} `))

function checkHeadline({ title, dek, kind }: Values, data: Data, report: Report): void {
  if (isBlank(data, 'dek') && kind !== 'live') report.field(['dek'], 'missing-field', '"dek" is missing')
  if (title !== undefined && title.length > LONG_TITLE) {
    report.field(
      ['title'],
      'long-title',
      `the title has ${title.length} characters; over ${LONG_TITLE}, lists and search results cut it off`,
    )
  }
  if (title !== undefined && dek !== undefined && repeats(plain(dek), plain(title))) {
    report.field(['dek'], 'repeated-title', 'the dek repeats the title')
  }
}

function checkPicture({ image, status }: Values, data: Data, names: Names, report: Report): void {
  const fault = image ? pictureFault(image.src, names) : null
  if (fault) report.field(['image', 'src'], fault.rule, fault.message)
  if (isBlank(data, 'image') && status === 'published')
    report.field(['image'], 'no-image', 'a published article without an image')
}

/** Links in the fields that take Markdown. */
function checkInline({ image, corrections }: Values, names: Names, context: LinkContext, report: Report): void {
  const fields: [(string | number)[], string][] = [
    ...(image?.caption ? [[['image', 'caption'], image.caption] as [string[], string]] : []),
    ...(corrections ?? []).map(({ text }, at): [(string | number)[], string] => [['corrections', at, 'text'], text]),
  ]
  for (const [path, text] of fields) {
    if (!/[<[]|:\/\/|www\./i.test(text)) continue
    for (const { href } of bodyFacts(text).links) {
      const fault = linkFault(href, names, context)
      if (fault) report.field(path, fault.rule, fault.message)
    }
  }
}
