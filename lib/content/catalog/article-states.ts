import type { ArticleRow } from './article-rows.ts'
import type { Connection } from './connection.ts'
import type { Card, Entry } from './entries.ts'

/** Decides where articles stand, as the catalog's one writer does. */
export class ArticleStates {
  readonly #rows: Connection
  readonly #drafts: boolean
  /** By section, whether it is there; until one comes or goes. */
  readonly #sections = new Map<string, boolean>()

  /** @param drafts whether drafts and scheduled stories show, as they do while writing */
  constructor(rows: Connection, drafts: boolean) {
    this.#rows = rows
    this.#drafts = drafts
  }

  /** Forgets which sections there are. */
  forget(): void {
    this.#sections.clear()
  }

  /**
   * Where an article stands. One that readers have seen stays published though the clock is set back, unless an editor
   * gives it a later time.
   * @param before what was known of it
   * @param now milliseconds
   */
  of(
    entry: Pick<Entry<'articles'>, 'section' | 'status' | 'published'>,
    before: Pick<ArticleRow, 'state' | 'published'> | undefined,
    now: number,
  ): Card['state'] {
    if (!this.#hasSection(entry.section)) return 'homeless'
    if (entry.status === 'draft') return 'draft'
    const out = before?.state === 'published' || before?.state === 'withdrawn'
    const time = out && entry.published.ms <= before.published ? Math.max(now, before.published) : now
    if (entry.published.ms > time && !(this.#drafts && entry.status === 'withdrawn')) return 'scheduled'
    return entry.status
  }

  #hasSection(slug: string): boolean {
    let known = this.#sections.get(slug)
    if (known === undefined) {
      const sql = "SELECT 1 FROM entries WHERE kind = 'sections' AND slug = ?"
      known = this.#rows.get(sql, slug) !== undefined
      this.#sections.set(slug, known)
    }
    return known
  }
}
