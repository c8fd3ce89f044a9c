import { type Period, type Range, rangeOf, readPeriod } from '../content/calendar/period.ts'
import { wordsOf } from '../content/words/words.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Words that stand beside each other, mostly one. */
export interface Need {
  /** Folded, as they are written. */
  readonly words: readonly string[]
  /** Whether it may be the beginning of a word: the last one that was typed, unless it is quoted. */
  readonly open: boolean
}

/** A query as it is understood. */
export interface Query {
  /** A story has all of these, and none of those. */
  readonly needs: readonly Need[]
  readonly without: readonly Need[]
  /** What authors and sections are called, each as the words of it; a story has one that fits each of them. */
  readonly authors: readonly Called[]
  readonly sections: readonly Called[]
  /** From `start` on and before `end`, in milliseconds; infinite where nothing is said. */
  readonly range: Range
  /** What was not understood or left out, in words for the reader. */
  readonly notices: readonly string[]
}

/** How somebody or something is called, in folded words. */
export interface Called {
  readonly words: readonly string[]
  readonly negative: boolean
}

/** Characters of a query that are read, and words of it. More help nobody, and cost time. */
const LONGEST_QUERY = 200
const MOST_WORDS = 12

/** The shortest beginning of a word that others are found by. */
const SHORTEST_BEGINNING = 3

const TOO_LONG = `Only the first ${LONGEST_QUERY} characters were searched for.`
const TOO_MANY = `Only the first ${MOST_WORDS} words were searched for.`
const noDate = (written: string) =>
  `“${written}” was left out: it is no date. Write one as 2022, 2022-04 or 2022-04-02.`

/** A query without what no reader can have meant: control characters, halves of characters, needless space. */
function tidied(q: string): string {
  return q
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFD\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** As much of a query as is read. */
export const readable = (q: string): string => Array.from(tidied(q)).slice(0, LONGEST_QUERY).join('')

/**
 * Reads a query. Every text is one: words, all of which a story has to have; `"words beside each other"`; `-word` for
 * what it must not have; `author:` and `section:`, by name or slug; `after:` and `before:` a year, month or day, from
 * whose first moment on, or before which, it was published. The last word may be the beginning of one.
 * @param timeZone the publication's, for dates; an IANA name
 */
export function readQuery(q: string, timeZone: string): Query {
  const read = readable(q)
  const notices = read.length < tidied(q).length ? [TOO_LONG] : []
  const query: Mutable<Query> = {
    needs: [],
    without: [],
    authors: [],
    sections: [],
    range: { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY },
    notices,
  }
  const tokens = tokensOf(read)
  let left = MOST_WORDS
  for (const [at, token] of tokens.entries()) {
    const words = wordsOf(token.text).slice(0, left + 1)
    if (words.length > left) notices.push(TOO_MANY)
    if (words.length > left) break
    left -= words.length
    put(query, token, words, { last: at === tokens.length - 1, timeZone })
  }
  return query
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

interface Around {
  /** Whether it ends the query. */
  readonly last: boolean
  readonly timeZone: string
}

function put(read: Mutable<Query>, token: Token, words: string[], { last, timeZone }: Around): void {
  const { operator, negative, quoted } = token
  if (words.length === 0) return
  if (operator === 'author' || operator === 'section') read[`${operator}s`].push({ words, negative })
  else if (operator !== null) putDate(read, token, timeZone)
  else if (negative) read.without.push({ words, open: false })
  else read.needs.push({ words, open: last && !quoted && isBeginning(words.at(-1) ?? '') })
}

/** Scripts that write a word with few characters are told by those. */
const isBeginning = (word: string) => word.length >= SHORTEST_BEGINNING || /[^\p{Script=Latin}\p{N}]/u.test(word)

function putDate(read: Mutable<Query>, { operator, text, negative }: Token, timeZone: string): void {
  const period: Period | null = readPeriod(text.split(/[-/.]/))
  if (period === null) {
    read.notices.push(noDate(`${operator}:${text}`))
    return
  }
  const { start } = rangeOf(period, timeZone)
  const { range } = read
  // What is not before a moment is after it.
  if ((operator === 'after') !== negative) read.range = { ...range, start: Math.max(range.start, start) }
  else read.range = { ...range, end: Math.min(range.end, start) }
}

/** Whether a query asks for nothing at all. */
export const isEmpty = ({ needs, without, authors, sections, range }: Query): boolean =>
  needs.length + without.length + authors.length + sections.length === 0 &&
  range.start === Number.NEGATIVE_INFINITY &&
  range.end === Number.POSITIVE_INFINITY
