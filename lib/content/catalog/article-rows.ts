import type { Connection } from './connection.ts'
import { type Card, divide, type Entry, modifiedOf } from './entries.ts'
import { monthOf } from './keys.ts'

type Article = Entry<'articles'>

/** What tells of an article where it stands, and what lists show of it. */
export interface ArticleRow {
  readonly id: number
  readonly state: Card['state']
  /** Milliseconds. */
  readonly published: number
  /** Of UTC: `2022-04`. */
  readonly month: string
  /** When it was last changed as far as its dates tell, milliseconds. */
  readonly modified: number
  /** JSON. */
  readonly card: string
}

const ROW = 'id, state, published, month, modified, card'

/** The articles of the catalog as they are written; whom a change concerns is for `ArticleShelf` to say. */
export class ArticleRows {
  readonly #rows: Connection

  constructor(rows: Connection) {
    this.#rows = rows
  }

  find(slug: string): ArticleRow | undefined {
    return this.#rows.get<ArticleRow>(`SELECT ${ROW} FROM articles WHERE slug = ?`, slug)
  }

  /** @param path of its file */
  insert(path: string, entry: Article, state: ArticleRow['state']): ArticleRow {
    const { slug, section, published } = entry
    const { card, rest, body } = divide(entry)
    const [month, modified] = [monthOf(published.ms), modifiedOf(entry)]
    const id = this.#rows.insert(
      `INSERT INTO articles(slug, path, section, published, month, modified, state, card)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      slug,
      path,
      section,
      published.ms,
      month,
      modified,
      state,
      card,
    )
    this.#rows.run('INSERT INTO texts VALUES (?, ?, ?)', id, rest, body)
    return { id, state, published: published.ms, month, modified, card }
  }

  /** @returns the article as it is now; whether its card or state are others than before, and whether the rest of it is */
  update(path: string, entry: Article, state: ArticleRow['state'], before: ArticleRow) {
    const { id } = before
    const published = entry.published.ms
    const { card, rest, body } = divide(entry)
    const [month, modified] = [monthOf(published), modifiedOf(entry)]
    const sql = 'UPDATE texts SET rest = ?, body = ? WHERE id = ? AND (rest <> ? OR body <> ?)'
    const reworded = this.#rows.run(sql, rest, body, id, rest, body) > 0
    const shown = card !== before.card || state !== before.state
    this.#rows.run(
      `UPDATE articles SET path = ?, section = ?, published = ?, month = ?, modified = ?, state = ?, card = ?,
       searchable = CASE WHEN ? THEN 0 ELSE searchable END WHERE id = ?`,
      path,
      entry.section,
      published,
      month,
      modified,
      state,
      card,
      shown || reworded ? 1 : 0,
      id,
    )
    const after: ArticleRow = { id, state, published, month, modified, card }
    return { after, shown, reworded }
  }

  remove(id: number): void {
    for (const table of ['articles', 'texts']) this.#rows.run(`DELETE FROM ${table} WHERE id = ?`, id)
  }

  /** Scheduled articles whose time has come. @param now milliseconds */
  due(now: number): (ArticleRow & { readonly slug: string })[] {
    return this.#rows.all(`SELECT slug, ${ROW} FROM articles WHERE state = 'scheduled' AND published <= ?`, now)
  }

  /** Gives an article another state, in which searches find it anew. */
  setState(id: number, state: ArticleRow['state']): void {
    this.#rows.run('UPDATE articles SET state = ?, searchable = 0 WHERE id = ?', state, id)
  }

  /** When the next scheduled article is due (milliseconds), or null. */
  nextDue(): number | null {
    const sql = "SELECT min(published) AS at FROM articles WHERE state = 'scheduled'"
    return this.#rows.get<{ at: number | null }>(sql)?.at ?? null
  }

  /** The articles of a section, whole, that are homeless though it is there, or have a home though it is gone. */
  misplaced(section: string): { readonly path: string; readonly entry: Article }[] {
    const rows = this.#rows.all<{ path: string; rest: string; body: string; card: string }>(
      `SELECT path, card, rest, body FROM articles JOIN texts USING (id)
       WHERE section = ? AND (state = 'homeless') = EXISTS
         (SELECT 1 FROM entries WHERE kind = 'sections' AND slug = ?)`,
      section,
      section,
    )
    return rows.map(({ path, card, rest, body }) => {
      const { minutes: _, ...shown } = JSON.parse(card) as Card
      return { path, entry: { ...shown, ...JSON.parse(rest), body } as Article }
    })
  }
}
