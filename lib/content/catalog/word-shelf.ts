import type { Taken } from '../words/lexicon.ts'
import { HIGHEST_ID, idOf, renumber, toBytes, unpackTerms } from '../words/vector.ts'
import type { Connection } from './connection.ts'

/** The words of articles, as the catalog's writer keeps them. All of it happens in the caller's transaction. */
export class WordShelf {
  readonly #rows: Connection
  /** By the lexicon's number of a stem, its number in the catalog, and how many articles more have it than is written. */
  readonly #ids: number[] = []
  readonly #grown: number[] = []
  readonly #uncounted: number[] = []

  constructor(rows: Connection) {
    this.#rows = rows
  }

  /** Enters the words of an article, in place of those that it had. `count` has to follow. */
  put(id: number, taken: Taken): void {
    this.meet(taken)
    this.remove(id)
    const { headline, dek, body, names } = taken.stems
    const sql = 'INSERT INTO search(rowid, headline, dek, body, names) VALUES (?, ?, ?, ?, ?)'
    this.#rows.run(sql, id, headline, dek, body, names)
    this.#rows.run('INSERT INTO vectors VALUES (?, ?)', id, toBytes(this.#enter(taken.terms)))
  }

  /**
   * Gets to know the stems and spellings of a text, whether it is entered or not.
   * @throws when one that its lexicon took before was left out
   */
  meet({ first, met, spellings }: Taken): void {
    if (first === 0) this.#begin()
    if (first !== this.#ids.length) throw new Error('the words of a text are numbered by others that are not known')
    for (const stem of met) {
      const known = this.#rows.get<{ id: number }>('SELECT id FROM terms WHERE stem = ?', stem)?.id
      this.#ids.push(known ?? this.#rows.insert('INSERT INTO terms(stem, docs) VALUES (?, 0)', stem))
      this.#grown.push(0)
    }
    for (const [word, stem] of spellings) this.#rows.run('INSERT OR IGNORE INTO spellings VALUES (?, ?)', word, stem)
  }

  /** Each stem has one article more. @returns the terms with the catalog's numbers */
  #enter(terms: Uint32Array): Uint32Array {
    const entered = new Uint32Array(terms.length)
    let count = 0
    for (const term of terms) {
      const number = idOf(term)
      const grown = this.#grown[number] ?? 0
      if (grown === 0) this.#uncounted.push(number)
      this.#grown[number] = grown + 1
      const id = this.#ids[number] ?? 0
      if (id <= HIGHEST_ID) entered[count++] = renumber(term, id)
    }
    return entered.subarray(0, count)
  }

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
    for (const number of this.#uncounted) {
      this.#rows.run('UPDATE terms SET docs = docs + ? WHERE id = ?', this.#grown[number] ?? 0, this.#ids[number] ?? 0)
      this.#grown[number] = 0
    }
    this.#uncounted.length = 0
  }

  /** Takes all words out. */
  clear(): void {
    this.#rows.run("INSERT INTO search(search) VALUES ('delete-all')")
    for (const table of ['vectors', 'terms', 'spellings']) this.#rows.run(`DELETE FROM ${table}`)
    this.forget()
  }

  /** Forgets what was not committed; the lexicon has to begin anew. */
  forget(): void {
    for (const kept of [this.#ids, this.#grown, this.#uncounted]) kept.length = 0
  }

  #begin(): void {
    this.count()
    this.forget()
  }
}
