import { tellingTerms } from '../words/telling.ts'
import { fromBytes } from '../words/vector.ts'
import type { Connection } from './connection.ts'
import { quoted } from './fts.ts'
import { ALL, KIN, kinKey, listKey, storyKey } from './keys.ts'
import { IN_LIST } from './listed.ts'
import { note } from './reading.ts'
import { IS_LISTED } from './states.ts'
import { TermCounts } from './term-counts.ts'

/** An article whose words are entered: its card as it is kept, and its terms packed. */
export interface Worded {
  readonly id: number
  readonly card: string
  readonly state: string
  readonly terms: Uint32Array
}

interface Row {
  readonly id: number
  readonly card: string
  readonly state: string
  readonly terms: Uint8Array | null
}

/** Words that alike stories are found by, and how many stories those may have together: what that costs grows with it. */
const TERMS = 60
const POSTINGS = 5000

/** What can be asked for the sake of one story about the words of others, once they are entered. */
export class WordIndex {
  readonly #rows: Connection
  readonly #drafts: boolean
  readonly #slug: string
  #counts: TermCounts | null = null

  /** @param drafts whether drafts and scheduled stories are asked about as well */
  constructor(rows: Connection, { drafts, slug }: { readonly drafts: boolean; readonly slug: string }) {
    this.#rows = rows
    this.#drafts = drafts
    this.#slug = slug
  }

  /** The terms of the story; none while its words are not entered. */
  terms(): Uint32Array {
    this.#note()
    const sql = 'SELECT terms FROM articles JOIN vectors USING (id) WHERE slug = ?'
    return toTerms(this.#rows.get<Pick<Row, 'terms'>>(sql, this.#slug)?.terms ?? null)
  }

  /** How many articles have each of some terms, in their order, or had lately; 0 for a term that is gone. */
  docs(terms: ArrayLike<number>): number[] {
    this.#counts ??= TermCounts.of(this.#rows)
    return this.#counts.of(terms)
  }

  /**
   * The numbers of the articles that have most of a text's telling words, those first that have most, itself among them;
   * also of those that readers do not see. When two texts are alike, each finds the other.
   * @param terms of the text, packed
   */
  alike(terms: Uint32Array, limit: number): number[] {
    this.#note()
    const stories = this.#rows.get<{ count: number }>('SELECT count FROM lists WHERE name = ?', ALL)?.count ?? 0
    const asked = new Map<number, number>()
    let left = POSTINGS
    for (const { term, docs, weight } of tellingTerms(terms, (of) => this.docs(of), stories)) {
      if (docs > left) continue
      left -= docs
      asked.set(term, weight)
      if (asked.size === TERMS) break
    }
    const weights = new Map<number, number>()
    for (const { id: term, stem } of this.#stems([...asked.keys()]))
      for (const id of this.#having(stem)) weights.set(id, (weights.get(id) ?? 0) + (asked.get(term) ?? 0))
    const ids = Array.from(weights).sort((a, b) => b[1] - a[1] || b[0] - a[0])
    return ids.slice(0, limit).map(([id]) => id)
  }

  /** Those of some terms that are still there. */
  #stems(terms: readonly number[]): { id: number; stem: string }[] {
    const sql = 'SELECT id, stem FROM terms WHERE id IN (SELECT value FROM json_each(?))'
    return this.#rows.all<{ id: number; stem: string }>(sql, JSON.stringify(terms))
  }

  /** The numbers of the articles whose headline, dek or body has a stem. */
  #having(stem: string): number[] {
    const sql = 'SELECT json_group_array(rowid) AS ids FROM search WHERE search MATCH ?'
    const query = `{headline dek body} : ${quoted(stem)}`
    return JSON.parse(this.#rows.get<{ ids: string }>(sql, query)?.ids ?? '[]')
  }

  /** The numbers of the stories of a list nearest in time to a moment (milliseconds), half of them before it and half after. */
  around(list: string, moment: number, limit: number): number[] {
    note(listKey(list))
    const half = (compare: '<=' | '>', order: 'DESC' | 'ASC') =>
      this.#rows.all<{ article: number }>(
        `SELECT article FROM listed WHERE ${IN_LIST} AND published ${compare} ?
         ORDER BY published ${order} LIMIT ?`,
        list,
        moment,
        Math.ceil(limit / 2),
      )
    return [...half('<=', 'DESC'), ...half('>', 'ASC')].map(({ article }) => article)
  }

  /** The numbers of articles by slug; those that are not there are left out. */
  ids(slugs: readonly string[]): number[] {
    note(...slugs.map(storyKey))
    const sql = 'SELECT id FROM articles WHERE slug IN (SELECT value FROM json_each(?))'
    return this.#rows.all<{ id: number }>(sql, JSON.stringify(slugs)).map(({ id }) => id)
  }

  /** The stories that lists may have among articles of these numbers. */
  worded(ids: readonly number[]): Worded[] {
    this.#note()
    const rows = this.#rows.all<Row>(
      `SELECT articles.id, card, state, terms FROM articles LEFT JOIN vectors USING (id)
       WHERE ${IS_LISTED}
         AND articles.id IN (SELECT value FROM json_each(?))`,
      Number(this.#drafts),
      JSON.stringify(ids),
    )
    return rows.map((row) => ({ ...row, terms: toTerms(row.terms) }))
  }

  #note(): void {
    note(KIN, kinKey(this.#slug))
  }
}

const toTerms = (bytes: Uint8Array | null): Uint32Array => (bytes === null ? new Uint32Array() : fromBytes(bytes))
