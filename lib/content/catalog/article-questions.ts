import type { Connection } from './connection.ts'
import { type Card, type CardRow, type FullArticle, toCard } from './entries.ts'
import { articleKey, storyKey } from './keys.ts'
import { note } from './reading.ts'
import { renamedTo } from './rename-questions.ts'
import { isListed, isOpen } from './states.ts'

/** What can be asked about articles by their slugs. */
export class ArticleQuestions {
  readonly #rows: Connection
  readonly #drafts: boolean

  /** @param drafts whether drafts and scheduled stories show, as they do while writing */
  constructor(rows: Connection, drafts: boolean) {
    this.#rows = rows
    this.#drafts = drafts
  }

  /** An article that readers may see at its own address, or null. */
  find(slug: string): FullArticle | null {
    note(articleKey(slug))
    const row = this.#rows.get<CardRow & { rest: string; body: string }>(
      'SELECT card, state, rest, body FROM articles JOIN texts USING (id) WHERE slug = ?',
      slug,
    )
    if (row === undefined || !isOpen(row.state, this.#drafts)) return null
    return { ...toCard(row), ...JSON.parse(row.rest), body: row.body }
  }

  /** The article that a slug leads to: its own, an alias or one that it had; null for what readers may not see. */
  at(slug: string): FullArticle | null {
    const article = this.find(slug)
    const current = article === null ? this.redirect(slug) : null
    return current === null ? article : this.find(current)
  }

  /** A story as cards show it, or null for one that no list may have. */
  card(slug: string): Card | null {
    note(storyKey(slug))
    const row = this.#rows.get<CardRow>('SELECT card, state FROM articles WHERE slug = ?', slug)
    return row !== undefined && isListed(row.state, this.#drafts) ? toCard(row) : null
  }

  /** The story that a slug leads to as `at` does, as cards show it; null for one that no list may have. */
  cardAt(slug: string): Card | null {
    const card = this.card(slug)
    const current = card === null ? this.redirect(slug) : null
    return current === null ? card : this.card(current)
  }

  /** The slug of the article that has an alias, or that had this slug before it was renamed; or null. */
  redirect(alias: string): string | null {
    note(articleKey(alias))
    const row = this.#rows.get<{ slug: string }>('SELECT slug FROM redirects WHERE alias = ?', alias)
    return row?.slug ?? renamedTo(this.#rows, 'articles', alias)
  }

  /** The slugs of all articles that have a page, in their order. Notes nothing: no page shows them. */
  slugs(): string[] {
    return this.#rows
      .all<{ slug: string; state: Card['state'] }>('SELECT slug, state FROM articles ORDER BY slug')
      .flatMap(({ slug, state }) => (isOpen(state, this.#drafts) ? [slug] : []))
  }
}
