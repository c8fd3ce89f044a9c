import type { Connection } from './connection.ts'
import { articleKey } from './keys.ts'

/** Which article an alias leads to, as the catalog's one writer keeps it. */
export class Aliases {
  readonly #rows: Connection
  readonly #note: (key: string) => void

  /** @param note called with the keys of what changes */
  constructor(rows: Connection, note: (key: string) => void) {
    this.#rows = rows
    this.#note = note
  }

  /** Has these aliases, and no others, lead to an article. */
  put(slug: string, aliases: readonly string[]): void {
    const before = this.#rows.all<{ alias: string }>('SELECT alias FROM redirects WHERE slug = ?', slug)
    if (before.length === aliases.length && before.every(({ alias }) => aliases.includes(alias))) return
    this.#rows.run('DELETE FROM redirects WHERE slug = ?', slug)
    for (const alias of aliases) this.#rows.run('INSERT OR REPLACE INTO redirects VALUES (?, ?)', alias, slug)
    const [had, has] = [new Set(before.map((row) => row.alias)), new Set(aliases)]
    for (const alias of had.symmetricDifference(has)) this.#note(articleKey(alias))
  }
}
