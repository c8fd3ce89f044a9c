import type { Connection } from './connection.ts'
import { type Card, type CardRow, toCard } from './entries.ts'
import { MONTHS, monthKey } from './keys.ts'
import { note } from './reading.ts'

/** A month of UTC (`2022-04`): how many stories were published in it, and when one of them last changed (milliseconds). */
export interface Month {
  readonly month: string
  readonly count: number
  readonly modified: number
}

/** What can be asked about stories by month of UTC, with when they last changed, as sitemaps tell it. */
export class MonthQuestions {
  readonly #rows: Connection

  constructor(rows: Connection) {
    this.#rows = rows
  }

  /** The months in which stories were published, newest first. */
  all(): Month[] {
    note(MONTHS)
    return this.#rows.all<Month>(
      `SELECT month, count(*) AS count, max(modified) AS modified FROM articles WHERE state = 'published'
       GROUP BY month ORDER BY month DESC`,
    )
  }

  /** The stories that were published in a month (`2022-04`), oldest first, with when each last changed (milliseconds). */
  stories(month: string, limit: number, offset = 0): { readonly card: Card; readonly modified: number }[] {
    note(monthKey(month))
    const rows = this.#rows.all<CardRow & { readonly modified: number }>(
      `SELECT card, state, modified FROM articles WHERE state = 'published' AND month = ?
       ORDER BY published, slug LIMIT ? OFFSET ?`,
      month,
      limit,
      offset,
    )
    return rows.map((row) => ({ card: toCard(row), modified: row.modified }))
  }
}
