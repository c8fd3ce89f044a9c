import { setImmediate as pause } from 'node:timers/promises'
import { fromBytes } from '../words/vector.ts'
import { Bits } from './bits.ts'
import type { CatalogOptions } from './catalog.ts'
import type { Connection } from './connection.ts'
import { type Card, type CardRow, toCard } from './entries.ts'
import { Facts, type FactsRow } from './facts.ts'
import { quoted } from './fts.ts'
import { SITE, WORDS } from './keys.ts'
import { note } from './reading.ts'
import { IS_LISTED } from './states.ts'
import type { KnownStem } from './vocabulary.ts'
import { type Where, WordSets } from './word-sets.ts'

/** An article that was found. */
export interface Found {
  readonly id: number
  readonly card: Card
  readonly body: string
}

/** Rows that are read at once before others have their turn: some milliseconds. */
const SLICE = 2000

/** Stems with higher numbers are in no vector, and what nobody tells of cannot be kept in step. */
const HIGHEST_TOLD = 2 ** 21 - 1

/** Beyond these changes sets of words are read again when they are needed. */
const MANY_CHANGES = 500

interface Memory {
  readonly facts: Facts
  readonly sets: WordSets
}

/** By the options that a catalog was opened with: another file has other ones. */
const memories = new WeakMap<CatalogOptions, Memory>()

/** What a search asks of articles by their numbers; what it asks of words is in `Vocabulary`. */
export class SearchQuestions {
  readonly #rows: Connection
  readonly #options: CatalogOptions

  constructor(rows: Connection, options: CatalogOptions) {
    this.#rows = rows
    this.#options = options
  }

  /**
   * What is kept of every article, as new as this state of the catalog.
   * @param timeZone the publication's
   */
  async facts(timeZone: string): Promise<Facts> {
    note(WORDS, SITE)
    const memory = this.#memory(timeZone)
    for (;;) {
      const rows = this.#rows.all<FactsRow>(
        'SELECT nth, article, state, section, published, kind, authors FROM facts WHERE nth > ? ORDER BY nth LIMIT ?',
        memory.facts.nth,
        SLICE,
      )
      this.#apply(rows, memory)
      if (rows.length < SLICE) return memory.facts
      await pause()
    }
  }

  #memory(timeZone: string): Memory {
    const known = memories.get(this.#options)
    if (known?.facts.timeZone === timeZone) return known
    const memory = { facts: new Facts(timeZone, this.#options.drafts), sets: new WordSets() }
    memories.set(this.#options, memory)
    return memory
  }

  #apply(rows: readonly FactsRow[], { facts, sets }: Memory): void {
    for (const row of rows) facts.apply(row)
    if (rows.length > MANY_CHANGES) sets.clear()
    if (sets.isEmpty) return
    const ids = rows.map(({ article }) => article)
    const vectors = this.vectors(ids)
    for (const id of ids) sets.renew(id, vectors.get(id) ?? new Uint32Array())
  }

  /**
   * The numbers of articles that match an expression of FTS5, also of those that readers do not see.
   * @param after only higher numbers
   * @see https://www.sqlite.org/fts5.html#full_text_query_syntax
   */
  matching(expression: string, after = 0): number[] {
    note(WORDS)
    // A bound number is no integer to SQLite, and only by an integer does FTS5 skip what is before.
    const sql = 'SELECT json_group_array(rowid) AS ids FROM search WHERE search MATCH ? AND rowid > CAST(? AS INTEGER)'
    return JSON.parse(this.#rows.get<{ ids: string }>(sql, expression, after)?.ids ?? '[]')
  }

  /** The articles that have a stem that many have, read once and kept in step from then on. */
  having({ id, stem }: KnownStem, where: Where, timeZone: string): Bits {
    const { facts, sets } = this.#memory(timeZone)
    const known = sets.get(id, where)
    if (known !== undefined) return known
    const expression = where === 'ahead' ? `{headline dek} : ${quoted(stem)}` : quoted(stem)
    const bits = Bits.of(this.matching(expression), facts.highest)
    // An older state of the catalog lacks what the memory has been told of already.
    if (id <= HIGHEST_TOLD && this.#newest() === facts.nth) sets.put(id, where, bits)
    return bits
  }

  /** Whether `having` would have to read what takes long. */
  isKept = ({ id }: KnownStem, timeZone: string): boolean =>
    this.#memory(timeZone).sets.get(id, 'anywhere') !== undefined

  #newest = (): number => this.#rows.get<{ nth: number | null }>('SELECT max(nth) AS nth FROM facts')?.nth ?? 0

  /** The terms of articles as they are packed, by number. */
  vectors(ids: readonly number[]): Map<number, Uint32Array> {
    note(WORDS)
    const rows = this.#rows.all<{ id: number; terms: Uint8Array }>(
      'SELECT id, terms FROM vectors WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
    return new Map(rows.map(({ id, terms }) => [id, fromBytes(terms)]))
  }

  /** Articles by number, in this order; without those that are not there or that searches do not find. */
  found(ids: readonly number[]): Found[] {
    note(WORDS)
    const rows = this.#rows.all<CardRow & { id: number; body: string }>(
      `SELECT articles.id, card, state, body FROM json_each(?) AS asked
       JOIN articles ON articles.id = asked.value JOIN texts ON texts.id = articles.id
       WHERE ${IS_LISTED} ORDER BY asked.key`,
      JSON.stringify(ids),
      this.#options.drafts ? 1 : 0,
    )
    return rows.map((row) => ({ id: row.id, card: toCard(row), body: row.body }))
  }

  /** All authors by slug and name. */
  authors(): { readonly slug: string; readonly name: string }[] {
    note('authors')
    return this.#rows.all("SELECT slug, data ->> 'name' AS name FROM entries WHERE kind = 'authors' ORDER BY slug")
  }
}
