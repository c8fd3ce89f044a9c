import type { z } from 'zod'
import type { Problem, Rule } from '../problems.ts'
import type { Document } from '../source/document.ts'
import type { Path } from '../source/yaml.ts'
import { didYouMean } from '../suggest.ts'

/** The fields of a kind of file: a name and a zod type each. */
export type Shape = Readonly<Record<string, z.ZodType>>
export type Fields<S extends Shape> = { readonly [K in keyof S]: z.infer<S[K]> }

/** What a file's fields came to: `values` holds each field that is right, `complete` all of them when none is wrong. */
export interface Parsed<S extends Shape> {
  readonly values: Partial<Fields<S>>
  readonly complete: Fields<S> | null
  readonly problems: readonly Problem[]
}

/**
 * Checks each field by itself, so that one wrong field hides no other. A field with no value counts as absent.
 * @returns the right fields, and a problem for each wrong, missing or unknown one
 */
export function parseFields<S extends Shape>(shape: S, document: Document): Parsed<S> {
  const problems: Problem[] = []
  const values: Record<string, unknown> = {}
  for (const [field, type] of Object.entries(shape)) {
    const given = Object.hasOwn(document.data, field) ? document.data[field] : undefined
    const result = type.safeParse(given ?? undefined)
    if (result.success) values[field] = result.data
    else for (const issue of result.error.issues) problems.push(...describe(document, field, type, given, issue))
  }
  for (const field of Object.keys(document.data)) {
    if (!Object.hasOwn(shape, field)) problems.push(unknown(document, [field], Object.keys(shape)))
  }
  const complete = problems.length === 0 ? (values as Fields<S>) : null
  return { values: values as Partial<Fields<S>>, complete, problems }
}

function unknown(document: Document, path: Path, known: Iterable<string>): Problem {
  const field = String(path.at(-1))
  const parent = path.length > 1 ? ` in ${path.slice(0, -1).join('.')}` : ''
  const message = `unknown field "${field.slice(0, 60)}"${parent}${didYouMean(field, known)}`
  return { file: document.file, rule: 'unknown-field', message, ...document.keyPlace(path) }
}

function describe(
  document: Document,
  field: string,
  type: z.ZodType,
  given: unknown,
  issue: z.core.$ZodIssue,
): Problem[] {
  const path = [field, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(type, issue.path)
    return issue.keys.map((key) => unknown(document, [...path, key], known))
  }
  const label = path.join('.')
  const value = issue.path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | null)?.[part], given)
  if (value === undefined || value === null) {
    const message =
      path.length > 1 ? `"${path.at(-1)}" is missing in ${path.slice(0, -1).join('.')}` : `"${label}" is missing`
    const rule = LACKS[label] ?? 'missing-field'
    return [{ file: document.file, rule, message, ...document.place(path) }]
  }
  const place = issue.code === 'invalid_key' ? document.keyPlace(path) : document.place(path)
  const rule = (issue.code === 'too_small' && LACKS[label]) || ruleOf(issue)
  return [{ file: document.file, rule, message: `"${label}" ${wording(issue, value)}`, ...place }]
}

/** The field names that a type knows at a path inside it, for suggestions. */
function keysAt(type: unknown, path: readonly PropertyKey[]): readonly string[] {
  const { def } = type as {
    def: { innerType?: unknown; in?: unknown; element?: unknown; shape?: Record<string, unknown> }
  }
  if (def.innerType !== undefined) return keysAt(def.innerType, path)
  if (def.in !== undefined) return keysAt(def.in, path)
  const [step, ...rest] = path
  if (step === undefined) return Object.keys(def.shape ?? {})
  const inner = def.element ?? def.shape?.[String(step)]
  return inner === undefined ? [] : keysAt(inner, rest)
}

/** What a picture must not lack. */
const LACKS: Readonly<Record<string, Rule>> = {
  'image.alt': 'missing-alt',
  'photo.alt': 'missing-alt',
  'image.credit': 'missing-credit',
}

const ruleOf = (issue: z.core.$ZodIssue): Rule => {
  const rule: unknown = 'params' in issue ? issue.params?.rule : undefined
  return typeof rule === 'string' ? (rule as Rule) : 'invalid-field'
}

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, as in [one, two]',
  object: 'a group of fields, as in { name: value }',
  record: 'a group of fields, as in { name: value }',
}

function wording(issue: z.core.$ZodIssue, value: unknown): string {
  const length = typeof value === 'string' ? ` (it has ${value.length})` : ''
  switch (issue.code) {
    case 'invalid_type': {
      const quotes = issue.expected === 'string' && typeof value !== 'object' ? '; put it in quotes' : ''
      return `must be ${NAMES[issue.expected] ?? issue.expected}${quotes}`
    }
    case 'too_big':
      return issue.origin === 'string'
        ? `may have at most ${issue.maximum} characters${length}`
        : `may be at most ${issue.maximum}`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}${didYouMean(String(value), issue.values.map(String))}`
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message
    default:
      return issue.message
  }
}
