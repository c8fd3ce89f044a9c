import type { Connection } from './connection.ts'
import { type Card, divide, type Entry, modifiedOf } from './entries.ts'
import {
  ALL,
  articleKey,
  listKey,
  listsKey,
  listsOf,
  MONTHS,
  monthKey,
  monthOf,
  type Placed,
  RECENT,
  storyKey,
  WORDS,
} from './keys.ts'
import { Lists } from './lists.ts'
import { WordShelf } from './word-shelf.ts'

type State = Card['state']
type Article = Entry<'articles'>

interface Row {
  readonly id: number
  readonly state: State
  readonly published: number
  readonly month: string
  readonly modified: number
  readonly card: string
}

type InMonth = Pick<Row, 'state' | 'month' | 'modified'>

const ROW = 'id, state, published, month, modified, card'

export interface ArticleShelfOptions {
  /** Whether drafts and scheduled stories are published, as they are while writing. */
  readonly drafts: boolean
  /** Called with the keys of what changes. */
  readonly note: (...keys: string[]) => void
}

/** The articles of the catalog, as its one writer keeps them: which are there, where they stand, and in which lists. */
export class ArticleShelf {
  readonly #rows: Connection
  readonly #lists: Lists
  readonly #words: WordShelf
  readonly #drafts: boolean
  readonly #note: ArticleShelfOptions['note']
  /** By section, whether it is there; until one comes or goes. */
  readonly #sections = new Map<string, boolean>()
  /** The time by which articles are published, in milliseconds. */
  now = 0

  constructor(rows: Connection, { drafts, note }: ArticleShelfOptions) {
    this.#rows = rows
    this.#lists = new Lists(rows)
    this.#words = new WordShelf(rows)
    this.#drafts = drafts
    this.#note = note
  }

  /** Writes how many stories each list has; the last step of a transaction. */
  count(): void {
    this.#lists.count()
  }

  /** Forgets what was not committed. */
  forget(): void {
    this.#sections.clear()
    this.#lists.forget()
  }

  put(path: string, entry: Article): void {
    const before = this.#row(entry.slug)
    const state = this.#stateOf(entry, before)
    if (before === undefined) this.#insert(path, entry, state)
    else this.#update(path, entry, state, before)
    const aliases = state === 'draft' && !this.#drafts ? [] : entry.aliases
    if (before !== undefined || aliases.length > 0) this.#putAliases(entry.slug, aliases)
  }

  #row(slug: string): Row | undefined {
    return this.#rows.get<Row>(`SELECT ${ROW} FROM articles WHERE slug = ?`, slug)
  }

  #insert(path: string, entry: Article, state: State): void {
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
    if (this.#isOpen(state)) this.#note(articleKey(slug))
    this.#noteMonths(null, { state, month, modified })
    if (!this.#isListed(state)) return
    this.#note(storyKey(slug))
    this.#enlist(id, slug, entry, published.ms)
  }

  #update(path: string, entry: Article, state: State, before: Row): void {
    const { slug, section } = entry
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
      section,
      published,
      month,
      modified,
      state,
      card,
      shown || reworded ? 1 : 0,
      id,
    )
    if ((this.#isOpen(state) || this.#isOpen(before.state)) && (shown || reworded)) this.#note(articleKey(slug))
    if ((this.#isListed(state) || this.#isListed(before.state)) && shown) this.#note(storyKey(slug))
    if (shown || modified !== before.modified) this.#noteMonths(before, { state, month, modified })
    this.#moveLists(slug, before, { state, published, placed: entry })
  }

  /** Notes what a story that comes, goes or changes means for the months. */
  #noteMonths(before: InMonth | null, after: InMonth | null): void {
    const [was, is] = [before, after].map((one) => (one?.state === 'published' ? one : null))
    for (const one of [was, is]) if (one) this.#note(monthKey(one.month))
    if (was?.month !== is?.month || was?.modified !== is?.modified) this.#note(MONTHS)
  }

  #putAliases(slug: string, aliases: readonly string[]): void {
    const before = this.#rows.all<{ alias: string }>('SELECT alias FROM redirects WHERE slug = ?', slug)
    if (before.length === aliases.length && before.every(({ alias }) => aliases.includes(alias))) return
    this.#rows.run('DELETE FROM redirects WHERE slug = ?', slug)
    for (const alias of aliases) this.#rows.run('INSERT OR REPLACE INTO redirects VALUES (?, ?)', alias, slug)
    const [had, has] = [new Set(before.map((row) => row.alias)), new Set(aliases)]
    for (const alias of had.symmetricDifference(has)) this.#note(articleKey(alias))
  }

  remove(slug: string): void {
    const before = this.#row(slug)
    if (before === undefined) return
    this.#noteMonths(before, null)
    if (this.#isListed(before.state)) {
      this.#note(storyKey(slug))
      this.#unlist(slug, before.published, JSON.parse(before.card))
    }
    for (const table of ['articles', 'texts']) this.#rows.run(`DELETE FROM ${table} WHERE id = ?`, before.id)
    this.#words.remove(before.id)
    this.#note(WORDS)
    this.#putAliases(slug, [])
    if (this.#isOpen(before.state)) this.#note(articleKey(slug))
  }

  /**
   * Where an article stands. One that readers have seen stays published though the clock is set back, unless an editor
   * gives it a later time.
   */
  #stateOf(entry: Pick<Article, 'section' | 'status' | 'published'>, before?: Row): State {
    if (!this.#hasSection(entry.section)) return 'homeless'
    if (entry.status === 'draft') return 'draft'
    const out = before?.state === 'published' || before?.state === 'withdrawn'
    const time = out && entry.published.ms <= before.published ? Math.max(this.now, before.published) : this.now
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

  /** Whether it has a page for readers, or for those who write. */
  #isOpen(state: State): boolean {
    return state === 'published' || state === 'withdrawn' || (this.#drafts && state !== 'homeless')
  }

  #isListed(state: State): boolean {
    return state !== 'withdrawn' && this.#isOpen(state)
  }

  #moveLists(slug: string, before: Row, after: { state: State; published: number; placed: Placed }): void {
    const [was, is] = [this.#isListed(before.state), this.#isListed(after.state)]
    if (!was && !is) return
    const old = JSON.parse(before.card) as Placed
    const same = was && is && before.published === after.published
    if (same && String(listsOf(old)) === String(listsOf(after.placed))) return
    if (was) this.#unlist(slug, before.published, old)
    if (is) this.#enlist(before.id, slug, after.placed, after.published)
  }

  #enlist(id: number, slug: string, placed: Placed, published: number): void {
    const names = listsOf(placed)
    this.#noteLists(names)
    this.#lists.add(names, { id, slug, published })
  }

  #unlist(slug: string, published: number, placed: Placed): void {
    const names = listsOf(placed)
    this.#noteLists(names)
    this.#lists.remove(names, { slug, published })
  }

  #noteLists(names: readonly string[]): void {
    for (const name of names) {
      this.#note(listKey(name))
      const [family = ''] = name.split(':')
      if (family === 'topic' || family === 'author') this.#note(listsKey(family))
    }
    this.#note(listKey(RECENT))
  }

  /** Has the words of a list's stories entered anew: what it is called has changed. */
  reword(list: string): void {
    const sql = `UPDATE articles SET searchable = 0 WHERE id IN
      (SELECT article FROM listed WHERE list = (SELECT id FROM lists WHERE name = ?))`
    this.#rows.run(sql, list)
  }

  /** Looks anew at where the articles of a section stand, which has come or gone. */
  rehouse(section: string): void {
    this.#sections.clear()
    const rows = this.#rows.all<{ path: string; rest: string; body: string; card: string }>(
      `SELECT path, card, rest, body FROM articles JOIN texts USING (id)
       WHERE section = ? AND (state = 'homeless') = EXISTS
         (SELECT 1 FROM entries WHERE kind = 'sections' AND slug = ?)`,
      section,
      section,
    )
    for (const { path, card, rest, body } of rows) {
      const { minutes: _, ...shown } = JSON.parse(card) as Card
      this.put(path, { ...shown, ...JSON.parse(rest), body } as Article)
    }
  }

  /** Publishes what is due. */
  release(): void {
    const due = this.#rows.all<Row & { slug: string }>(
      `SELECT slug, ${ROW} FROM articles WHERE state = 'scheduled' AND published <= ?`,
      this.now,
    )
    for (const row of due) {
      const { status, ...placed } = JSON.parse(row.card) as Card
      this.#rows.run('UPDATE articles SET state = ?, searchable = 0 WHERE id = ?', status, row.id)
      this.#note(articleKey(row.slug))
      if (this.#isListed(row.state) || this.#isListed(status)) this.#note(storyKey(row.slug))
      this.#noteMonths(row, { ...row, state: status })
      this.#moveLists(row.slug, row, { state: status, published: row.published, placed })
    }
  }

  /** When the next scheduled article is due (milliseconds), or null. */
  nextRelease(): number | null {
    const row = this.#rows.get<{ at: number | null }>(
      "SELECT min(published) AS at FROM articles WHERE state = 'scheduled'",
    )
    return row?.at ?? null
  }

  /** Stories that were recent at one time and are no more at another: the newest lies between the two (milliseconds). */
  ageRecent(before: number, after: number): void {
    const aged = this.#rows.get(
      `SELECT 1 FROM listed WHERE list = (SELECT id FROM lists WHERE name = ?) AND published > ? AND published <= ?`,
      ALL,
      before,
      after,
    )
    if (aged !== undefined) this.#note(listKey(RECENT))
  }

  /** When the next story stops being recent: its time of publication, later than `since` (milliseconds), or null. */
  nextToAge(since: number): number | null {
    const row = this.#rows.get<{ at: number | null }>(
      'SELECT min(published) AS at FROM listed WHERE list = (SELECT id FROM lists WHERE name = ?) AND published > ?',
      ALL,
      since,
    )
    return row?.at ?? null
  }
}
