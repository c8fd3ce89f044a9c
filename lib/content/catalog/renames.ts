import type { Kind } from '../source/read.ts'
import type { Connection } from './connection.ts'
import { entryKey } from './keys.ts'

/** A file that was given another name, so that what it describes has another address. */
export interface Rename {
  readonly kind: Kind
  readonly from: string
  readonly to: string
}

/** Under which slug a file is now that once had another, as the catalog's one writer keeps it. */
export class Renames {
  readonly #rows: Connection
  readonly #note: (key: string) => void

  /** @param note called with the keys of what changes */
  constructor(rows: Connection, note: (key: string) => void) {
    this.#rows = rows
    this.#note = note
  }

  /** Enters a rename that came after all that are known: whoever was led to its old name is led to the new one. */
  add({ kind, from, to }: Rename): void {
    const led = this.#rows.all<{ old: string }>('SELECT old FROM renames WHERE kind = ? AND slug = ?', kind, from)
    this.#rows.run('UPDATE renames SET slug = ? WHERE kind = ? AND slug = ?', to, kind, from)
    const next = 'SELECT 1 + coalesce(max(nth), 0) FROM renames'
    this.#rows.run(`INSERT OR REPLACE INTO renames VALUES (?, ?, ?, (${next}))`, kind, from, to)
    this.#rows.run('DELETE FROM renames WHERE kind = ? AND old = slug', kind)
    for (const old of [...led.map((row) => row.old), from, to]) this.#note(entryKey(kind, old))
  }
}
