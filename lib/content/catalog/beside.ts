import type { Position } from '../position.ts'
import type { Connection } from './connection.ts'
import { type Card, type CardRow, toCard } from './entries.ts'
import { listKey, monthKey, monthOf } from './keys.ts'
import { IN_LIST, LISTED_CARDS } from './listed.ts'
import { note } from './reading.ts'

/** What stands beside a position of a list. */
interface Beside {
  /** Stories behind it, newest first. */
  readonly older: readonly Card[]
  /** Places of the stories before it, nearest first: the oldest of them first. */
  readonly newer: readonly Position[]
}

/** How many stories of each side are asked for. */
interface Limits {
  readonly older: number
  readonly newer: number
}

interface Question {
  /** Of the list; see `listsOf`. */
  readonly name: string
  readonly position: Position
  readonly limits: Limits
  /** Whether lists have drafts and scheduled stories, as they do while writing. */
  readonly drafts: boolean
}

const PLACES = `SELECT published, slug FROM listed WHERE ${IN_LIST}`

/**
 * Stories of a list on both sides of a position; the story whose position it is stands before it. Takes as long at the
 * end of a list as at its top, since every step is a seek in the index. Times and slugs go in opposite orders, which no
 * comparison of rows can follow: stories of the same time are asked for by themselves, so that no number of them is slow.
 * @see https://www.sqlite.org/rowvalue.html#scrolling_window_queries
 */
export function besideOf(rows: Connection, question: Question): Beside {
  const { name, position, limits } = question
  const beside = {
    older: olderThan(rows, name, position, limits.older),
    newer: newerThan(rows, name, position, limits.newer),
  }
  note(...keysOf(rows, question, beside))
  return beside
}

function olderThan(rows: Connection, name: string, { published, slug }: Position, limit: number): Card[] {
  const same = rows.all<CardRow>(
    `${LISTED_CARDS} AND listed.published = ? AND listed.slug > ? ORDER BY listed.slug LIMIT ?`,
    name,
    published,
    slug,
    limit,
  )
  const before = rows.all<CardRow>(
    `${LISTED_CARDS} AND listed.published < ? ORDER BY listed.published DESC, listed.slug LIMIT ?`,
    name,
    published,
    limit - same.length,
  )
  return [...same, ...before].map(toCard)
}

function newerThan(rows: Connection, name: string, { published, slug }: Position, limit: number): Position[] {
  const same = rows.all<Position>(
    `${PLACES} AND published = ? AND slug <= ? ORDER BY slug DESC LIMIT ?`,
    name,
    published,
    slug,
    limit,
  )
  const after = rows.all<Position>(
    `${PLACES} AND published > ? ORDER BY published, slug DESC LIMIT ?`,
    name,
    published,
    limit - same.length,
  )
  return [...same, ...after]
}

/**
 * What such an answer depends on. Between two stories of the list it changes only with a story of one of the months
 * from one to the other, and a list grows at its top: the pages of an archive stay as they are with every publish. An
 * answer that reaches an end of the list, or into the month in which it grows, depends on the list, as does one with
 * drafts, which no month counts.
 */
function keysOf(rows: Connection, { name, limits, drafts }: Question, { older, newer }: Beside): string[] {
  const [last, first] = [older.at(-1), newer.at(-1)]
  const isWithin = last && first && older.length === limits.older && newer.length === limits.newer && !drafts
  if (!isWithin) return [listKey(name)]
  const [from, to, top] = [last.published.ms, first.published, topOf(rows, name)].map(monthOf) as [
    string,
    string,
    string,
  ]
  const months = monthsFrom(from, to)
  return to < top && months.length <= MOST_MONTHS ? months.map(monthKey) : [listKey(name)]
}

/** When the newest story of a list was published; 0 where there is none. */
const topOf = (rows: Connection, name: string): number =>
  rows.get<Position>(`${PLACES} ORDER BY published DESC LIMIT 1`, name)?.published ?? 0

/** Above this a list is so thin that its own key is the better one. */
const MOST_MONTHS = 12

/** The months of UTC from one to another (`2022-04`), both with them, but no more than show that there are too many. */
function monthsFrom(from: string, to: string): string[] {
  const months: string[] = []
  const first = new Date(`${from}-01T00:00:00Z`)
  for (let month = from; month <= to && months.length <= MOST_MONTHS; ) {
    months.push(month)
    month = monthOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months.length))
  }
  return months
}
