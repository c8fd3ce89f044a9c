import { DatabaseSync } from 'node:sqlite'
import { unpackTerms } from '#lib/content/words/vector.ts'
import { SIX } from './precision.ts'

interface Card {
  readonly section: string
  readonly topics: readonly string[]
  readonly published: { readonly ms: number }
}

/** What sites do that do not look at the text, and what plain full-text search does; each gives the slugs of six. */
export class Baselines implements Disposable {
  readonly #catalog: DatabaseSync
  readonly #cards: ReadonlyMap<string, Card>
  readonly #total: number

  /** @param file a catalog, with the words of all articles in it */
  constructor(file: string) {
    this.#catalog = new DatabaseSync(file, { readOnly: true })
    const rows = this.#catalog.prepare("SELECT slug, card FROM articles WHERE state = 'published'").all()
    this.#cards = new Map(rows.map(({ slug, card }) => [String(slug), JSON.parse(String(card))]))
    this.#total = rows.length
  }

  #slugs = (sql: string, ...values: (string | number)[]): string[] =>
    this.#catalog
      .prepare(sql)
      .all(...values)
      .map(({ slug }) => String(slug))

  /** The newest of its section. */
  newest(slug: string): string[] {
    const sql = `SELECT slug FROM listed WHERE list = (SELECT id FROM lists WHERE name = ?) AND slug <> ?
      ORDER BY published DESC, slug LIMIT ${SIX}`
    return this.#slugs(sql, `section:${this.#cards.get(slug)?.section}`, slug)
  }

  /** Those that share most topics, the nearest in time first. */
  tags(slug: string): string[] {
    const subject = this.#cards.get(slug)
    if (subject === undefined) return []
    const lists = JSON.stringify(subject.topics.map((topic) => `topic:${topic}`))
    const sql = `SELECT slug FROM listed JOIN lists ON lists.id = list
      WHERE name IN (SELECT value FROM json_each(?)) AND slug <> ?
      GROUP BY slug ORDER BY count(*) DESC, abs(min(published) - ?), slug LIMIT ${SIX}`
    return this.#slugs(sql, lists, slug, subject.published.ms)
  }

  /** Full-text search for its rarest and most used terms, ranked by BM25. */
  bm25(slug: string, terms: number): string[] {
    const sql = `SELECT slug FROM search JOIN articles ON articles.id = search.rowid
      WHERE search MATCH ? AND slug <> ? ORDER BY search.rank LIMIT ${SIX}`
    return this.#slugs(sql, this.#telling(slug, terms).join(' OR '), slug)
  }

  #telling(slug: string, count: number): string[] {
    const row = this.#catalog.prepare('SELECT terms FROM vectors JOIN articles USING (id) WHERE slug = ?').get(slug)
    const { terms } = row as { terms: Uint8Array }
    const find = this.#catalog.prepare('SELECT stem, docs FROM terms WHERE id = ?')
    const weighed = unpackTerms(terms).flatMap(({ id, headline, dek, body }) => {
      const { stem, docs } = find.get(id) as { stem: string; docs: number }
      const weight = (headline + dek + body) * Math.log(1 + (this.#total - docs + 0.5) / (docs + 0.5))
      return docs > 1 ? [{ stem: `"${stem}"`, weight }] : []
    })
    return weighed
      .sort((a, b) => b.weight - a.weight)
      .slice(0, count)
      .map(({ stem }) => stem)
  }

  [Symbol.dispose] = (): void => this.#catalog.close()
}
