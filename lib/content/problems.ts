/** Every rule by which a content file can be wrong, with how much it matters. docs/editors.md explains each one. */
export const RULES = {
  encoding: 'error',
  'file-too-large': 'error',
  unreadable: 'error',
  'too-deep': 'error',
  'outside-folder': 'error',
  'front-matter': 'error',
  'front-matter-language': 'error',
  yaml: 'error',
  'missing-file': 'error',
  'missing-field': 'error',
  'unknown-field': 'error',
  'invalid-field': 'error',
  'date-zone': 'error',
  'date-order': 'error',
  'bad-slug': 'error',
  'reserved-slug': 'error',
  'duplicate-slug': 'error',
  'unknown-section': 'error',
  'unknown-author': 'error',
  'missing-author': 'error',
  'unknown-kind': 'error',
  'unknown-edition': 'error',
  'unknown-newsletter': 'error',
  'unknown-series': 'error',
  'unknown-topic': 'error',
  'unknown-article': 'error',
  'missing-image': 'error',
  'bad-image': 'error',
  'missing-alt': 'error',
  'missing-credit': 'error',
  'dead-link': 'error',
  'dead-anchor': 'error',
  'unsafe-link': 'error',
  'unknown-directive': 'error',
  'directive-attribute': 'error',
  'directive-place': 'error',
  'long-title': 'warning',
  'repeated-title': 'warning',
  'no-image': 'warning',
  'no-credit': 'warning',
  'no-address': 'warning',
  'heading-level': 'warning',
  'long-paragraph': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>

export type Rule = keyof typeof RULES

/** A place in a file: line and column count from 1, columns in UTF-16 units as editors count them. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** One mistake. `file` is relative to the content folder, with `/` between folders. */
export interface Problem extends Place {
  readonly file: string
  readonly rule: Rule
  readonly message: string
}

export const TOP: Place = { line: 1, column: 1 }

export const isError = (problem: Problem): boolean => RULES[problem.rule] === 'error'

/** Order of a report: by file, then place, then rule. */
export function compareProblems(a: Problem, b: Problem): number {
  const text = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)
  return (
    text(a.file, b.file) || a.line - b.line || a.column - b.column || text(a.rule, b.rule) || text(a.message, b.message)
  )
}

/**
 * A problem on one line, `path:line:column severity message rule`, for terminals and logs. A message quotes what a file
 * says, and that may hold line ends and control characters; so may a file's name.
 */
export const formatProblem = ({ file, line, column, rule, message }: Problem): string =>
  `${file}:${line}:${column} ${RULES[rule]} ${message} ${rule}`.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
