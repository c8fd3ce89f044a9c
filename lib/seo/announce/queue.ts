import type { Connection } from '../../content/catalog/connection.ts'
import type { Place } from '../../content/queries/announcements.ts'
import { openQueueFile } from './queue-file.ts'

/** Rows up to an identity, in the order in which they came. */
export interface Waiting {
  readonly upTo: number
  readonly items: readonly string[]
}

/** What changed keys come to. */
export interface Settled {
  /** By target, the addresses that it is to be told of. */
  readonly pending: ReadonlyMap<string, Iterable<string>>
  readonly places: readonly Place[]
  /** Slugs of stories that are in no place any more. */
  readonly gone: readonly string[]
}

/**
 * What is to be announced, in a file that outlives the process. One process has it at a time. Everything throws what
 * SQLite says, such as that the disk is full; nothing of the call has happened then.
 */
export class Queue implements Disposable {
  readonly #rows: Connection
  /** Rows of each kind that are kept at most. */
  readonly #most: number

  private constructor(rows: Connection, most: number) {
    this.#rows = rows
    this.#most = most
  }

  /**
   * Opens the queue in a file, or makes one where there is none that can be used.
   * @param most changes, and addresses for each target, that are kept; beyond that the oldest are dropped
   * @returns null when another process has it
   */
  static open(file: string, most: number): Queue | null {
    const rows = openQueueFile(file)
    return rows && new Queue(rows, most)
  }

  /** Keeps changed keys. @returns how many others were dropped for them */
  note(keys: readonly string[]): number {
    return this.#rows.transaction(() => {
      this.#rows.run('INSERT INTO changed(key) SELECT value FROM json_each(?)', JSON.stringify(keys))
      return this.#rows.run(
        'DELETE FROM changed WHERE id <= (SELECT id FROM changed ORDER BY id DESC LIMIT 1 OFFSET ?)',
        this.#most,
      )
    })
  }

  /** The changed keys. */
  noted(): Waiting {
    const rows = this.#rows.all<{ id: number; item: string }>('SELECT id, key AS item FROM changed ORDER BY id')
    return waiting(rows)
  }

  /** Puts what changed keys come to in their place. @returns how many older addresses were dropped */
  settle(upTo: number, { pending, places, gone }: Settled): number {
    return this.#rows.transaction(() => {
      let dropped = 0
      for (const [target, hrefs] of pending) {
        const json = JSON.stringify(Array.from(hrefs))
        this.#rows.run('INSERT INTO pending(target, href) SELECT ?, value FROM json_each(?)', target, json)
        dropped += this.#rows.run(
          `DELETE FROM pending WHERE target = ?
           AND id <= (SELECT id FROM pending WHERE target = ? ORDER BY id DESC LIMIT 1 OFFSET ?)`,
          target,
          target,
          this.#most,
        )
      }
      this.enter(places)
      this.#rows.run('DELETE FROM places WHERE slug IN (SELECT value FROM json_each(?))', JSON.stringify(gone))
      this.#rows.run('DELETE FROM changed WHERE id <= ?', upTo)
      return dropped
    })
  }

  /** The addresses that a target is to be told of next, `limit` at most. */
  pending(target: string, limit: number): Waiting {
    const rows = this.#rows.all<{ id: number; item: string }>(
      'SELECT id, href AS item FROM pending WHERE target = ? ORDER BY id LIMIT ?',
      target,
      limit,
    )
    return waiting(rows)
  }

  /** Addresses that any target is to be told of. */
  get size(): number {
    return this.#rows.get<{ size: number }>('SELECT count(*) AS size FROM pending')?.size ?? 0
  }

  /** Forgets what a target has been told, or never will be; not what has changed again meanwhile. */
  forget(target: string, upTo: number): void {
    this.#rows.run('DELETE FROM pending WHERE target = ? AND id <= ?', target, upTo)
  }

  /** Counts an attempt that failed. @returns how many addresses have failed so often that they are dropped */
  fail(target: string, upTo: number, most: number): number {
    return this.#rows.transaction(() => {
      this.#rows.run('UPDATE pending SET attempts = attempts + 1 WHERE target = ? AND id <= ?', target, upTo)
      return this.#rows.run('DELETE FROM pending WHERE target = ? AND attempts >= ?', target, most)
    })
  }

  /** How often a target has failed in a row, and until when it is left alone. */
  health(target: string): { readonly failures: number; readonly after: number } {
    const sql = 'SELECT failures, after FROM targets WHERE name = ?'
    return this.#rows.get<{ failures: number; after: number }>(sql, target) ?? { failures: 0, after: 0 }
  }

  setHealth(target: string, { failures, after }: { failures: number; after: number }): void {
    this.#rows.run('INSERT OR REPLACE INTO targets VALUES (?, ?, ?)', target, failures, Math.round(after))
  }

  /** Forgets all targets but these. */
  keepOnly(targets: readonly string[]): void {
    const names = JSON.stringify(targets)
    this.#rows.transaction(() => {
      this.#rows.run('DELETE FROM pending WHERE target NOT IN (SELECT value FROM json_each(?))', names)
      this.#rows.run('DELETE FROM targets WHERE name NOT IN (SELECT value FROM json_each(?))', names)
    })
  }

  /** Where some stories were when they were last told of. */
  wereAt(slugs: readonly string[]): Place[] {
    const sql = 'SELECT slug, href, published FROM places WHERE slug IN (SELECT value FROM json_each(?))'
    return this.#rows.all<Place>(sql, JSON.stringify(slugs))
  }

  /** Keeps where stories are. */
  enter(places: readonly Place[]): void {
    this.#rows.run(
      `INSERT OR REPLACE INTO places SELECT value ->> 'slug', value ->> 'href', value ->> 'published' FROM json_each(?)`,
      JSON.stringify(places),
    )
  }

  /** Whether it is known where all stories are. */
  get knowsPlaces(): boolean {
    return this.#rows.get("SELECT 1 FROM facts WHERE name = 'places'") !== undefined
  }

  set knowsPlaces(known: boolean) {
    if (known) this.#rows.run("INSERT OR REPLACE INTO facts VALUES ('places', 'all')")
    else this.#rows.exec("DELETE FROM facts WHERE name = 'places'")
  }

  [Symbol.dispose](): void {
    this.#rows.close()
  }
}

const waiting = (rows: readonly { id: number; item: string }[]): Waiting => ({
  upTo: rows.at(-1)?.id ?? 0,
  items: rows.map(({ item }) => item),
})
