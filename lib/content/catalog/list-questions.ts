import type { Position } from '../position.ts'
import { besideOf } from './beside.ts'
import { type Company, companyOf } from './company.ts'
import type { Connection } from './connection.ts'
import { type Card, type CardRow, toCard } from './entries.ts'
import { ALL, listKey, listsKey, RECENT, RECENT_SPAN } from './keys.ts'
import { LISTED_CARDS } from './listed.ts'
import { partsOf } from './parts.ts'
import { note } from './reading.ts'

/** What can be asked about lists by their names; see `listsOf` for these. */
export class ListQuestions {
  readonly #rows: Connection
  readonly #drafts: boolean

  /** @param drafts whether lists have drafts and scheduled stories, as they do while writing */
  constructor(rows: Connection, drafts: boolean) {
    this.#rows = rows
    this.#drafts = drafts
  }

  /** Stories of a list, newest first, as if some were not in it. @param except their slugs */
  newest(name: string, limit: number, except: readonly string[] = []): Card[] {
    if (limit <= 0) return []
    note(listKey(name))
    const rows = this.#rows.all<CardRow>(
      `${LISTED_CARDS} AND listed.slug NOT IN (SELECT value FROM json_each(?))
       ORDER BY listed.published DESC, listed.slug LIMIT ?`,
      name,
      JSON.stringify(except),
      limit,
    )
    return rows.map(toCard)
  }

  /** Stories of the 48 hours before a moment (milliseconds), newest first. */
  recent(now: number, limit: number): Card[] {
    note(listKey(RECENT))
    const rows = this.#rows.all<CardRow>(
      `${LISTED_CARDS} AND listed.published > ? ORDER BY listed.published DESC, listed.slug LIMIT ?`,
      ALL,
      now - RECENT_SPAN,
      limit,
    )
    return rows.map(toCard)
  }

  /** The stories of a list nearest in time to a moment (milliseconds), half of them before it and half after. */
  around(name: string, moment: number, limit: number): Card[] {
    note(listKey(name))
    const half = (compare: '<=' | '>', order: 'DESC' | 'ASC') =>
      this.#rows.all<CardRow>(
        `${LISTED_CARDS} AND listed.published ${compare} ? ORDER BY listed.published ${order} LIMIT ?`,
        name,
        moment,
        Math.ceil(limit / 2),
      )
    return [...half('<=', 'DESC'), ...half('>', 'ASC')].map(toCard)
  }

  /** Stories of a list on both sides of a position; the story whose position it is stands before it. */
  beside(name: string, position: Position, limits: { readonly older: number; readonly newer: number }) {
    return besideOf(this.#rows, { name, position, limits, drafts: this.#drafts })
  }

  /** How many stories a list has. */
  count(name: string): number {
    note(listKey(name))
    return this.#rows.get<{ count: number }>('SELECT count FROM lists WHERE name = ?', name)?.count ?? 0
  }

  /** How many stories each list of a family has, by slug; lists without any are left out. */
  counts(family: 'author' | 'topic'): Map<string, number> {
    note(listsKey(family))
    const rows = this.#rows.all<{ slug: string; count: number }>(
      'SELECT substr(name, ?) AS slug, count FROM lists WHERE name > ? AND name < ? AND count > 0 ORDER BY name',
      family.length + 2,
      `${family}:`,
      `${family};`,
    )
    return new Map(rows.map(({ slug, count }) => [slug, count]))
  }

  /** What the newest stories of a list have in common, `limit` of them at most. */
  company(name: string, limit: number): Company {
    note(listKey(name))
    return companyOf(this.#rows, name, limit)
  }

  /** The slugs of the parts of a series, in order of publication. */
  parts(series: string): string[] {
    const name = `series:${series}`
    note(listKey(name))
    return partsOf(this.#rows, name)
  }
}
