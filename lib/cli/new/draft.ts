import { dump } from 'js-yaml'
import { isError } from '../../content/problems.ts'
import { checkFile } from '../../content/rules/check.ts'
import type { Names } from '../../content/rules/names.ts'
import { articleFields } from '../../content/schema/article.ts'
import { parseFields } from '../../content/schema/fields.ts'
import { readMarkdown } from '../../content/source/document.ts'

/** What is known of a new article so far; nothing in it is empty. */
export interface Answers {
  readonly title?: string | undefined
  readonly dek?: string | undefined
  readonly section?: string | undefined
  readonly kind?: string | undefined
  readonly edition?: string | undefined
  readonly authors?: readonly string[] | undefined
}

/** The fields, in the order in which they are asked for. */
export const FIELDS = ['title', 'dek', 'section', 'kind', 'edition', 'authors'] as const
export type Field = (typeof FIELDS)[number]

const DEK = 'One sentence that says what the headline does not.'
const BODY = 'Write the story here. The handbook, docs/editors.md, says what it may hold.'

/**
 * An article's file: a draft with what the answers say, one line a field.
 * @param published ISO 8601 with a zone
 */
export function draftText({ title, dek, section, kind, edition, authors = [] }: Answers, published: string): string {
  const shownDek = dek ?? (kind === 'live' ? undefined : DEK)
  const fields = { title, dek: shownDek, kind, section, topics: [], authors: [...authors], edition }
  const front = dump(fields, { flowLevel: 1, lineWidth: -1 })
  return `---\n${front}published: ${published}\nstatus: draft\n---\n\n${BODY}\n`
}

export interface Fault {
  readonly field: Field
  readonly fails: boolean
  readonly message: string
}

/** What keeps a value from being one line of front matter: line ends, other control characters, half characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u

/**
 * What `npm run check` would say of the answers there are, by field. It is asked, so that the two never disagree.
 * @param now milliseconds since the epoch
 */
export function faultsOf(answers: Answers, names: Names, now: number): Fault[] {
  const broken = FIELDS.filter((field) => UNPRINTABLE.test(String(answers[field] ?? '')))
  if (broken.length > 0) {
    return broken.map((field) => ({ field, fails: true, message: `"${field}" must be one line of plain text` }))
  }
  const file = 'articles/draft.md'
  const text = draftText(answers, new Date(now).toISOString())
  const document = readMarkdown(file, text)
  const source = { file, absolute: file, size: text.length, stamp: '' }
  const parsed = parseFields(articleFields, document)
  const problems = checkFile({ kind: 'articles', slug: 'draft', source, document, words: 0, ...parsed }, names, now)
  const lines = text.split('\n')
  return problems.flatMap((problem) => {
    const field = FIELDS.find((name) => lines[problem.line - 1]?.startsWith(`${name}:`))
    if (field === undefined || answers[field] === undefined) return []
    return [{ field, fails: isError(problem), message: problem.message }]
  })
}
