import type { Names } from '../../content/rules/names.ts'
import { type Answers, FIELDS, type Field, faultsOf } from './draft.ts'

/** Puts a question to a person and gives what they typed. */
export type Ask = (question: string) => Promise<string>

/** The answers without which there is no article. Authors may be missing where an edition signs. */
export function missingFields({ title, section, kind, edition, authors }: Answers): Field[] {
  const missing: Field[] = []
  if (title === undefined) missing.push('title')
  if (section === undefined) missing.push('section')
  if (kind === undefined) missing.push('kind')
  if (authors === undefined && edition === undefined) missing.push('authors')
  return missing
}

/** A typed value as an answer: lists are cut at commas, and nothing typed is no answer. */
export function toAnswer(field: Field, typed: string | undefined): Answers {
  const value = typed?.trim()
  if (!value) return {}
  if (field !== 'authors') return { [field]: value }
  const authors = value.split(',').flatMap((author) => author.trim() || [])
  return authors.length > 0 ? { authors } : {}
}

/**
 * Asks for each answer that is not there yet, and again until it is right.
 * @param say shows what is wrong with an answer
 * @param now milliseconds since the epoch
 */
export async function askFor(given: Answers, names: Names, now: number, ask: Ask, say: (line: string) => void) {
  let answers = given
  for (const field of FIELDS) {
    if (answers[field] !== undefined || (field === 'edition' && [...names.editions.keys()].length === 0)) continue
    for (;;) {
      const typed = (await ask(questionOf(field, answers, names))) || (DEFAULTS[field] ?? '')
      const candidate = { ...answers, ...toAnswer(field, typed) }
      const faults = faultsOf(candidate, names, now).filter((fault) => fault.field === field)
      for (const { message } of faults) say(message)
      if (faults.some(({ fails }) => fails)) continue
      answers = candidate
      if (answers[field] !== undefined || !missingFields(answers).includes(field)) break
      say(`"${field}" is needed`)
    }
  }
  return answers
}

const DEFAULTS: Partial<Record<Field, string>> = { kind: 'news' }

/** Longer lists of names would only scroll the question away. */
const LISTED = 20

function questionOf(field: Field, { edition }: Answers, names: Names): string {
  switch (field) {
    case 'title':
      return 'Title: '
    case 'dek':
      return 'Dek, one sentence under the headline (may wait): '
    case 'section':
      return `Section${choices(names.files.sections.keys())}: `
    case 'kind':
      return `Kind${choices(names.kinds.keys())}, or Enter for ${DEFAULTS.kind}: `
    case 'edition':
      return `Edition${choices(names.editions.keys())}, or Enter for none: `
    case 'authors':
      return `Authors${choices(names.files.authors.keys())}, with commas${edition ? ', or Enter for none' : ''}: `
  }
}

function choices(names: Iterable<string>): string {
  const all = [...names]
  return all.length > LISTED ? '' : ` (${all.join(', ')})`
}
