import type { Range } from '../calendar/period.ts'
import type { Position } from '../position.ts'
import type { Connection } from './connection.ts'
import { type Card, type CardRow, toCard } from './entries.ts'
import { ALL, listKey, monthKey } from './keys.ts'
import { note } from './reading.ts'

/** Of more months, an answer notes that it depends on all stories. */
const MOST_MONTHS = 24

/** Behind every slug. */
const LAST = '~'

const STORIES = `listed WHERE list = (SELECT id FROM lists WHERE name = '${ALL}')`

/**
 * When stories were published. Ranges are of moments; whose days and months they are is the caller's to say. Answers
 * note the months of UTC that their ranges touch, so that a story of today says nothing new of 2019.
 */
export class Calendar {
  readonly #rows: Connection

  constructor(rows: Connection) {
    this.#rows = rows
  }

  /** How many stories each range has. */
  counts(ranges: readonly Range[]): number[] {
    const [starts, ends] = [ranges.map(({ start }) => start), ranges.map(({ end }) => end)]
    noteMonths({ start: Math.min(...starts), end: Math.max(...ends) })
    const sql = `SELECT (SELECT count(*) FROM ${STORIES} AND published >= value ->> 0 AND published < value ->> 1) AS count
      FROM json_each(?) ORDER BY key`
    const asked = JSON.stringify(ranges.map(({ start, end }) => [start, end]))
    return this.#rows.all<{ count: number }>(sql, asked).map(({ count }) => count)
  }

  /** When the last story before a range was published, and the first after it; null for none. */
  neighbours({ start, end }: Range): { readonly previous: number | null; readonly next: number | null } {
    const previous = this.#lastBefore(start)
    const sql = `SELECT published FROM ${STORIES} AND published >= ? ORDER BY published LIMIT 1`
    const next = this.#rows.get<Pick<Position, 'published'>>(sql, end)?.published ?? null
    // Any story may be the first one before or after, or no longer be it.
    if (previous === null || next === null) note(listKey(ALL))
    if (previous !== null) noteMonths({ start: previous, end: start })
    if (next !== null) noteMonths({ start: end, end: next + 1 })
    return { previous, next }
  }

  /**
   * The ranges that have stories, the latest first.
   * @param rangeAt the range that a moment is in; they do not overlap
   */
  ranges(rangeAt: (moment: number) => Range): Range[] {
    note(listKey(ALL))
    const found: Range[] = []
    let moment = this.#lastBefore(Number.MAX_SAFE_INTEGER)
    while (moment !== null) {
      const range = rangeAt(moment)
      found.push(range)
      moment = this.#lastBefore(range.start)
    }
    return found
  }

  #lastBefore(moment: number): number | null {
    const sql = `SELECT published FROM ${STORIES} AND published < ? ORDER BY published DESC LIMIT 1`
    return this.#rows.get<Pick<Position, 'published'>>(sql, moment)?.published ?? null
  }

  /** The stories of a range, oldest first, `limit` at most. @param after those behind this position only */
  stories(range: Range, limit: number, after?: Position): Card[] {
    noteMonths(range)
    const { published, slug } = after ?? { published: range.start, slug: LAST }
    const rows = this.#rows.all<CardRow>(
      `SELECT card, state FROM
         (SELECT article FROM ${STORIES} AND published >= ? AND published < ? AND (published > ? OR slug < ?)
          ORDER BY published, slug DESC LIMIT ?)
       JOIN articles ON articles.id = article ORDER BY published, slug DESC`,
      published,
      range.end,
      published,
      slug,
      limit,
    )
    return rows.map(toCard)
  }

  /** The story of a range that is `steps` before the last one at or before a position; null when there are fewer. */
  before(range: Range, { published, slug }: Position, steps: number): Position | null {
    noteMonths(range)
    const sql = `SELECT published, slug FROM ${STORIES} AND published >= ? AND published <= ? AND (published < ? OR slug >= ?)
      ORDER BY published DESC, slug LIMIT 1 OFFSET ?`
    return this.#rows.get<Position>(sql, range.start, published, published, slug, steps) ?? null
  }

  /** The topics that most stories of a range have, with how many, `limit` at most. */
  topics({ start, end }: Range, limit: number): { readonly slug: string; readonly count: number }[] {
    noteMonths({ start, end })
    return this.#rows.all(
      `WITH counted AS MATERIALIZED (SELECT substr(name, 7) AS slug,
         (SELECT count(*) FROM listed WHERE list = lists.id AND published >= ? AND published < ?) AS count
         FROM lists WHERE name > 'topic:' AND name < 'topic;')
       SELECT slug, count FROM counted WHERE count > 0 ORDER BY count DESC, slug LIMIT ?`,
      start,
      end,
      limit,
    )
  }
}

/** How many months of UTC lie before a moment, from year 0 on. */
function monthsBefore(moment: number): number {
  const date = new Date(moment)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** Notes that an answer depends on the stories of a range; on none where that is empty. */
function noteMonths({ start, end }: Range): void {
  const [first, last] = [monthsBefore(start), monthsBefore(end - 1)]
  if (last - first >= MOST_MONTHS) return void note(listKey(ALL))
  for (let month = first; month <= last; month++) {
    const year = Math.floor(month / 12)
    note(monthKey(`${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`))
  }
}
