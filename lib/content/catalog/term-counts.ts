import type { Connection } from './connection.ts'
import { ALL } from './keys.ts'

/** Of the archive, how much may change before counts are asked for anew: rarities move no faster than it. */
const DRIFT = 0.01

/** By connection, since each may be in another state of the catalog. */
const kept = new WeakMap<Connection, TermCounts>()

/**
 * In how many articles terms are. A page needs that of thousands of them, so what was asked for is kept until a hundredth
 * of the archive has changed; in a small one that is with each change.
 */
export class TermCounts {
  readonly #rows: Connection
  #counts = new Int32Array()
  /** How often articles had been touched when it was empty. */
  #since = 0

  private constructor(rows: Connection) {
    this.#rows = rows
  }

  static of(rows: Connection): TermCounts {
    let counts = kept.get(rows)
    if (counts === undefined) {
      counts = new TermCounts(rows)
      kept.set(rows, counts)
    }
    counts.#follow()
    return counts
  }

  #follow(): void {
    const sql = `SELECT (SELECT max(nth) FROM facts) AS nth, (SELECT count FROM lists WHERE name = ?) AS stories`
    const { nth, stories } = this.#rows.get<{ nth: number | null; stories: number | null }>(sql, ALL) ?? {
      nth: null,
      stories: null,
    }
    const moved = (nth ?? 0) - this.#since
    if (moved >= 0 && moved <= (stories ?? 0) * DRIFT) return
    this.#since = nth ?? 0
    this.#counts.fill(UNKNOWN)
  }

  /** How many articles have each of some terms, in their order; 0 for a term that is gone. */
  of(terms: ArrayLike<number>): number[] {
    const unknown: number[] = []
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number
      if ((this.#counts[term] ?? UNKNOWN) === UNKNOWN) unknown.push(term)
    }
    if (unknown.length > 0) this.#ask(unknown)
    return Array.from(terms, (term) => this.#counts[term] ?? 0)
  }

  #ask(terms: readonly number[]): void {
    this.#reach(terms.reduce((highest, term) => Math.max(highest, term), 0))
    for (const term of terms) this.#counts[term] = 0
    const sql = `SELECT json_group_array(id) AS ids, json_group_array(docs) AS docs
      FROM terms WHERE id IN (SELECT value FROM json_each(?))`
    const found = this.#rows.get<{ ids: string; docs: string }>(sql, JSON.stringify(terms))
    const docs: number[] = JSON.parse(found?.docs ?? '[]')
    for (const [nth, id] of (JSON.parse(found?.ids ?? '[]') as number[]).entries()) this.#counts[id] = docs[nth] ?? 0
  }

  #reach(term: number): void {
    if (term < this.#counts.length) return
    const longer = new Int32Array(2 * (term + 1)).fill(UNKNOWN)
    longer.set(this.#counts)
    this.#counts = longer
  }
}

const UNKNOWN = -1
