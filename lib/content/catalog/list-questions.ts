import type { Position } from '../position.ts'
import type { Connection } from './connection.ts'
import type { Card } from './entries.ts'
import { listKey, monthKey, monthOf } from './keys.ts'
import { currentReading } from './reading.ts'

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

type CardRow = { readonly card: string; readonly state: Card['state'] }

const toCard = ({ card, state }: CardRow): Card => ({ ...(JSON.parse(card) as Card), state })

const LIST = 'list = (SELECT id FROM lists WHERE name = ?)'
const CARDS = `SELECT card, state FROM listed JOIN articles ON articles.id = listed.article WHERE ${LIST}`
const PLACES = `SELECT published, slug FROM listed WHERE ${LIST}`

/**
 * What can be asked about lists by position. Every question is a seek in the index and takes as long at the end of a
 * list as at its top. Times and slugs go in opposite orders, which no comparison of rows can follow: stories of the same
 * time are asked for by themselves, so that no number of them is slow.
 * @see https://www.sqlite.org/rowvalue.html#scrolling_window_queries
 */
export class ListQuestions {
  readonly #rows: Connection
  readonly #drafts: boolean

  /** @param drafts whether lists have drafts and scheduled stories, as they do while writing */
  constructor(rows: Connection, drafts: boolean) {
    this.#rows = rows
    this.#drafts = drafts
  }

  /** Stories of a list, newest first, as if some were not in it; see `listsOf` for the names. */
  newest(name: string, limit: number, except: readonly string[] = []): Card[] {
    if (limit <= 0) return []
    note(listKey(name))
    const rows = this.#rows.all<CardRow>(
      `${CARDS} AND listed.slug NOT IN (SELECT value FROM json_each(?))
       ORDER BY listed.published DESC, listed.slug LIMIT ?`,
      name,
      JSON.stringify(except),
      limit,
    )
    return rows.map(toCard)
  }

  /** Stories of a list on both sides of a position; the story whose position it is stands before it. */
  beside(name: string, position: Position, limits: Limits): Beside {
    const beside = {
      older: this.#older(name, position, limits.older),
      newer: this.#newer(name, position, limits.newer),
    }
    for (const key of this.#keysOf(name, beside, limits)) note(key)
    return beside
  }

  #older(name: string, { published, slug }: Position, limit: number): Card[] {
    const same = this.#rows.all<CardRow>(
      `${CARDS} AND listed.published = ? AND listed.slug > ? ORDER BY listed.slug LIMIT ?`,
      name,
      published,
      slug,
      limit,
    )
    const before = this.#rows.all<CardRow>(
      `${CARDS} AND listed.published < ? ORDER BY listed.published DESC, listed.slug LIMIT ?`,
      name,
      published,
      limit - same.length,
    )
    return [...same, ...before].map(toCard)
  }

  #newer(name: string, { published, slug }: Position, limit: number): Position[] {
    const same = this.#rows.all<Position>(
      `${PLACES} AND published = ? AND slug <= ? ORDER BY slug DESC LIMIT ?`,
      name,
      published,
      slug,
      limit,
    )
    const after = this.#rows.all<Position>(
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
  #keysOf(name: string, { older, newer }: Beside, limits: Limits): string[] {
    const [last, first] = [older.at(-1), newer.at(-1)]
    const isWithin = last && first && older.length === limits.older && newer.length === limits.newer && !this.#drafts
    if (!isWithin) return [listKey(name)]
    const [from, to, top] = [last.published.ms, first.published, this.#top(name)].map(monthOf) as [
      string,
      string,
      string,
    ]
    const months = monthsFrom(from, to)
    return to < top && months.length <= MOST_MONTHS ? months.map(monthKey) : [listKey(name)]
  }

  /** When the newest story of a list was published; 0 where there is none. */
  #top(name: string): number {
    return this.#rows.get<Position>(`${PLACES} ORDER BY published DESC LIMIT 1`, name)?.published ?? 0
  }
}

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

const note = (key: string) => currentReading()?.note(key)
