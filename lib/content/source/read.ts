import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { countWords } from '../../markdown/words.ts'
import type { Problem, Rule } from '../problems.ts'
import { articleFields, authorFields } from '../schema/article.ts'
import { type Fields, type Parsed, parseFields, type Shape } from '../schema/fields.ts'
import {
  frontFields,
  newsletterFields,
  pageFields,
  sectionFields,
  seriesFields,
  siteFields,
  topicFields,
} from '../schema/site.ts'
import { SLUG } from '../schema/values.ts'
import { type Document, DocumentError, readMarkdown, readYaml } from './document.ts'
import type { SourceFile } from './files.ts'
import { decode, EncodingError, LARGEST_FILE } from './text.ts'

const SHAPES = {
  site: siteFields,
  articles: articleFields,
  authors: authorFields,
  sections: sectionFields,
  series: seriesFields,
  topics: topicFields,
  newsletters: newsletterFields,
  pages: pageFields,
  fronts: frontFields,
} as const satisfies Record<string, Shape>

/** What a file describes: the folder it lies in, or `site`. */
export type Kind = keyof typeof SHAPES
export type FieldsOf<K extends Kind> = Fields<(typeof SHAPES)[K]>

/** A content file as far as it can be understood by itself; `document` is null when it could not be read at all. */
export type ParsedFile = { [K in Kind]: ParsedFileOf<K> }[Kind]
export interface ParsedFileOf<K extends Kind> {
  readonly kind: K
  readonly slug: string
  readonly source: SourceFile
  readonly document: Document | null
  readonly values: Partial<FieldsOf<K>>
  readonly complete: FieldsOf<K> | null
  readonly words: number
  /** What is wrong with the file by itself. */
  readonly problems: readonly Problem[]
}

const FILE =
  /^(articles)\/(?:.+\/)?([^/]+)\.md$|^(authors|sections|series|topics|newsletters|pages)\/([^/]+)\.md$|^(fronts)\/([^/]+)\.yaml$|^(site)\.yaml$/

/** What a path in the content folder describes, or null for files that are not ours to read. */
export function kindOf(file: string): { kind: Kind; slug: string } | null {
  const found = FILE.exec(file)
  if (found === null) return null
  const kind = (found[1] ?? found[3] ?? found[5] ?? found[7]) as Kind
  return { kind, slug: found[2] ?? found[4] ?? found[6] ?? 'site' }
}

/**
 * Reads and parses one file. Whatever is in it, the answer is what could be understood and a list of problems.
 * @returns null for a file that is not content, such as a note in another format
 */
export function readContentFile(source: SourceFile): ParsedFile | null {
  const named = kindOf(source.file)
  if (named === null) return null
  const { kind, slug } = named
  const { file } = source
  const failed = (rule: Rule, message: string, place = { line: 1, column: 1 }): ParsedFile =>
    ({
      kind,
      slug,
      source,
      document: null,
      values: {},
      complete: null,
      words: 0,
      problems: [{ file, rule, message, ...place }],
    }) as ParsedFile
  if (source.size > LARGEST_FILE) {
    const megabytes = (source.size / 1024 / 1024).toFixed(1)
    return failed('file-too-large', `the file has ${megabytes} MB; a content file may have at most 1 MB`)
  }
  try {
    const text = decode(readFileSync(/* turbopackIgnore: true */ source.absolute))
    const document = file.endsWith('.yaml') ? readYaml(file, text) : readMarkdown(file, text)
    const parsed = parseFields(SHAPES[kind] as Record<string, z.ZodType>, document) as Parsed<never>
    return {
      kind,
      slug,
      source,
      document,
      ...parsed,
      problems: [...slugProblems(file, slug), ...parsed.problems],
      words: countWords(document.body),
    } as ParsedFile
  } catch (error) {
    if (error instanceof DocumentError) return failed(error.problem.rule, error.problem.message, error.problem)
    if (error instanceof EncodingError) return failed('encoding', error.message, error.place)
    return failed('unreadable', `the file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`)
  }
}

function slugProblems(file: string, slug: string): Problem[] {
  if (SLUG.test(slug)) return []
  const message = `the file's name is its address, so it must be lower-case letters and digits with single hyphens: "${slug}"`
  return [{ file, rule: 'bad-slug', message, line: 1, column: 1 }]
}
