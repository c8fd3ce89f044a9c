import type { StemUse, Taken } from '../words/lexicon.ts'
import { packTerms, unpackTerms } from '../words/vector.ts'
import type { Connection } from './connection.ts'

/** The words of articles, as the catalog's writer keeps them. All of it happens in the caller's transaction. */
export class WordShelf {
  readonly #rows: Connection
  /** Stems that more articles have than is written. */
  readonly #grown = new Set<StemUse>()

  constructor(rows: Connection) {
    this.#rows = rows
  }

  /** Enters the words of an article in place of those that it had. `count` has to follow. */
  put(id: number, { stems, uses, spellings }: Taken): void {
    this.remove(id)
    const { headline, dek, body, names } = stems
    const sql = 'INSERT INTO search(rowid, headline, dek, body, names) VALUES (?, ?, ?, ?, ?)'
    this.#rows.run(sql, id, headline, dek, body, names)
    const terms = uses.map((use) => ({ ...use, id: this.#enter(use), name: use.capital > use.small }))
    this.#rows.run('INSERT INTO vectors VALUES (?, ?)', id, packTerms(terms))
    for (const [word, stem] of spellings) this.#rows.run('INSERT OR IGNORE INTO spellings VALUES (?, ?)', word, stem)
  }

  /** @returns the number of a stem that one more article has */
  #enter(use: StemUse): number {
    use.id ??= this.#find(use.stem) ?? this.#rows.insert('INSERT INTO terms(stem, docs) VALUES (?, 0)', use.stem)
    if (use.grown++ === 0) this.#grown.add(use)
    return use.id
  }

  #find = (stem: string): number | undefined =>
    this.#rows.get<{ id: number }>('SELECT id FROM terms WHERE stem = ?', stem)?.id

  /** Takes the words of an article out, if it has any. */
  remove(id: number): void {
    const row = this.#rows.get<{ terms: Uint8Array }>('SELECT terms FROM vectors WHERE id = ?', id)
    if (row === undefined) return
    const terms = JSON.stringify(unpackTerms(row.terms).map((term) => term.id))
    this.#rows.run('UPDATE terms SET docs = docs - 1 WHERE id IN (SELECT value FROM json_each(?))', terms)
    this.#rows.run('DELETE FROM vectors WHERE id = ?', id)
    this.#rows.run('DELETE FROM search WHERE rowid = ?', id)
  }

  /** Writes in how many articles the stems are that were entered. */
  count(): void {
    for (const use of this.#grown) {
      this.#rows.run('UPDATE terms SET docs = docs + ? WHERE id = ?', use.grown, use.id)
      use.grown = 0
    }
    this.#grown.clear()
  }

  /** Takes all words out. */
  clear(): void {
    this.#rows.run("INSERT INTO search(search) VALUES ('delete-all')")
    for (const table of ['vectors', 'terms', 'spellings']) this.#rows.run(`DELETE FROM ${table}`)
    this.#grown.clear()
  }

  /** Forgets what was not committed; the lexicon has to as well. */
  forget(): void {
    this.#grown.clear()
  }
}
