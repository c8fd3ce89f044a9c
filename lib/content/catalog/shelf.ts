import type { Kind } from '../source/read.ts'
import type { Connection } from './connection.ts'
import { type Card, divide, type Entry } from './entries.ts'
import {
  ALL,
  articleKey,
  bylineKey,
  entryKey,
  listKey,
  listsKey,
  listsOf,
  mediaKey,
  type Placed,
  RECENT,
  SITE,
  storyKey,
} from './keys.ts'
import { Lists } from './lists.ts'

type State = Card['state']
interface Row {
  readonly id: number
  readonly state: State
  readonly published: number
  readonly card: string
}

/** Kinds of file that every page depends on. */
const EVERYWHERE: ReadonlySet<Kind> = new Set(['site', 'sections'])

/** The published side of the catalog, as its one writer keeps it: what is put on it or taken off, and whom that concerns. */
export class Shelf {
  readonly #rows: Connection
  readonly #lists: Lists
  readonly #drafts: boolean
  #changed = new Set<string>()
  #now = 0

  constructor(rows: Connection, options: { drafts: boolean }) {
    this.#rows = rows
    this.#lists = new Lists(rows)
    this.#drafts = options.drafts
  }

  /** Sets the time (milliseconds) by which articles are published from now on. */
  setTime(now: number): void {
    this.#now = now
  }

  /** Forgets what was not committed. */
  forget(): void {
    this.#changed = new Set()
    this.#sections.clear()
    this.#lists.forget()
  }

  /** The keys whose answers have changed since the last call; the last step of a transaction. */
  takeChanges(): Set<string> {
    this.#lists.count()
    const changed = this.#changed
    this.#changed = new Set()
    return changed
  }

  #note(...keys: string[]): void {
    for (const key of keys) this.#changed.add(key)
  }

  /** From which file the last good version of something is, if there is one. */
  holder(kind: Kind, slug: string): string | null {
    const row =
      kind === 'articles'
        ? this.#rows.get<{ path: string }>('SELECT path FROM articles WHERE slug = ?', slug)
        : this.#rows.get<{ path: string }>('SELECT path FROM entries WHERE kind = ? AND slug = ?', kind, slug)
    return row?.path ?? null
  }

  put<K extends Kind>(kind: K, path: string, entry: Entry<K>): void {
    if (kind === 'articles') this.#putArticle(path, entry as Entry<'articles'>)
    else this.#putEntry(kind, path, entry as Entry<Kind>)
  }

  remove(kind: Kind, slug: string): void {
    if (kind === 'articles') this.#removeArticle(slug)
    else this.#removeEntry(kind, slug)
  }

  #putEntry(kind: Kind, path: string, entry: Entry<Kind>): void {
    const data = JSON.stringify(entry)
    const before = this.#rows.get<{ data: string; path: string }>(
      'SELECT data, path FROM entries WHERE kind = ? AND slug = ?',
      kind,
      entry.slug,
    )
    if (before?.data === data && before.path === path) return
    this.#rows.run('INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)', kind, entry.slug, path, data)
    if (before?.data !== data) this.#noteEntry(kind, entry.slug, before?.data ?? null, data)
    if (kind === 'sections' && before === undefined) this.#rehouse(entry.slug)
  }

  #removeEntry(kind: Kind, slug: string): void {
    const before = this.#rows.get<{ data: string }>('SELECT data FROM entries WHERE kind = ? AND slug = ?', kind, slug)
    if (before === undefined) return
    this.#rows.run('DELETE FROM entries WHERE kind = ? AND slug = ?', kind, slug)
    this.#noteEntry(kind, slug, before.data, null)
    if (kind === 'sections') this.#rehouse(slug)
  }

  #noteEntry(kind: Kind, slug: string, before: string | null, after: string | null): void {
    this.#note(EVERYWHERE.has(kind) ? SITE : entryKey(kind as 'authors', slug), kind)
    const field = (name: 'name' | 'title') => {
      const of = (data: string | null) => (data === null ? null : (JSON.parse(data) as Record<string, unknown>)[name])
      return [of(before), of(after)]
    }
    const differs = ([was, is]: unknown[]) => was !== is
    if (kind === 'authors' && differs(field('name'))) this.#note(bylineKey(slug))
    // Every page's foot names the plain pages.
    if (kind === 'pages' && differs(field('title'))) this.#note(SITE)
  }

  #articleRow(slug: string): Row | undefined {
    return this.#rows.get<Row>('SELECT id, state, published, card FROM articles WHERE slug = ?', slug)
  }

  #putArticle(path: string, entry: Entry<'articles'>): void {
    const { slug, section, aliases } = entry
    const published = entry.published.ms
    const { card, rest, body } = divide(entry)
    const before = this.#articleRow(slug)
    const state = this.#stateOf(entry, before)
    if (before === undefined) {
      const id = this.#rows.insert(
        'INSERT INTO articles(slug, path, section, published, state, card) VALUES (?, ?, ?, ?, ?, ?)',
        slug,
        path,
        section,
        published,
        state,
        card,
      )
      this.#rows.run('INSERT INTO texts VALUES (?, ?, ?)', id, rest, body)
      if (this.#isOpen(state)) this.#note(articleKey(slug))
      if (this.#isListed(state)) {
        this.#note(storyKey(slug))
        this.#enlist(id, slug, entry, published)
      }
    } else {
      const { id } = before
      const shown = card !== before.card || state !== before.state
      const text =
        this.#rows.run(
          'UPDATE texts SET rest = ?, body = ? WHERE id = ? AND (rest <> ? OR body <> ?)',
          rest,
          body,
          id,
          rest,
          body,
        ) > 0
      this.#rows.run(
        `UPDATE articles SET path = ?, section = ?, published = ?, state = ?, card = ?,
         searchable = CASE WHEN ? THEN 0 ELSE searchable END WHERE id = ?`,
        path,
        section,
        published,
        state,
        card,
        shown || text ? 1 : 0,
        id,
      )
      if ((this.#isOpen(state) || this.#isOpen(before.state)) && (shown || text)) this.#note(articleKey(slug))
      if ((this.#isListed(state) || this.#isListed(before.state)) && shown) this.#note(storyKey(slug))
      this.#moveLists(id, slug, before, { state, published, placed: entry })
    }
    const shown = state === 'draft' && !this.#drafts ? [] : aliases
    if (before !== undefined || shown.length > 0) this.#putAliases(slug, shown)
  }

  #putAliases(slug: string, aliases: readonly string[]): void {
    const before = this.#rows.all<{ alias: string }>('SELECT alias FROM redirects WHERE slug = ?', slug)
    if (before.length === aliases.length && before.every(({ alias }) => aliases.includes(alias))) return
    this.#rows.run('DELETE FROM redirects WHERE slug = ?', slug)
    for (const alias of aliases) this.#rows.run('INSERT OR REPLACE INTO redirects VALUES (?, ?)', alias, slug)
    const [had, has] = [new Set(before.map((row) => row.alias)), new Set(aliases)]
    for (const alias of had.symmetricDifference(has)) this.#note(articleKey(alias))
  }

  #removeArticle(slug: string): void {
    const before = this.#articleRow(slug)
    if (before === undefined) return
    if (this.#isListed(before.state)) {
      this.#note(storyKey(slug))
      this.#unlist(slug, before.published, JSON.parse(before.card))
    }
    for (const table of ['articles', 'texts']) this.#rows.run(`DELETE FROM ${table} WHERE id = ?`, before.id)
    this.#rows.run('DELETE FROM search WHERE rowid = ?', before.id)
    this.#putAliases(slug, [])
    if (this.#isOpen(before.state)) this.#note(articleKey(slug))
  }

  /**
   * Where an article stands. One that readers have seen stays published though the clock is set back, unless an editor
   * gives it a later time.
   */
  #stateOf(entry: Pick<Entry<'articles'>, 'section' | 'status' | 'published'>, before?: Row): State {
    if (!this.#hasSection(entry.section)) return 'homeless'
    if (entry.status === 'draft') return 'draft'
    const out = before?.state === 'published' || before?.state === 'withdrawn'
    const time = out && entry.published.ms <= before.published ? Math.max(this.#now, before.published) : this.#now
    if (entry.published.ms > time && !(this.#drafts && entry.status === 'withdrawn')) return 'scheduled'
    return entry.status
  }

  /** By section, whether it is there; until one comes or goes. */
  readonly #sections = new Map<string, boolean>()
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

  #moveLists(id: number, slug: string, before: Row, after: { state: State; published: number; placed: Placed }): void {
    const [was, is] = [this.#isListed(before.state), this.#isListed(after.state)]
    if (!was && !is) return
    const old = JSON.parse(before.card) as Placed
    const same = was && is && before.published === after.published
    if (same && String(listsOf(old)) === String(listsOf(after.placed))) return
    if (was) this.#unlist(slug, before.published, old)
    if (is) this.#enlist(id, slug, after.placed, after.published)
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

  /** Looks anew at where the articles of a section stand, which has come or gone. */
  #rehouse(section: string): void {
    this.#sections.clear()
    const rows = this.#rows.all<{ slug: string; path: string; rest: string; body: string; card: string; at: number }>(
      `SELECT slug, path, card, rest, body, published AS at FROM articles JOIN texts USING (id)
       WHERE section = ? AND (state = 'homeless') = EXISTS
         (SELECT 1 FROM entries WHERE kind = 'sections' AND slug = ?)`,
      section,
      section,
    )
    for (const { path, card, rest, body } of rows) {
      const { minutes: _, ...shown } = JSON.parse(card) as Card
      const entry = { ...shown, ...JSON.parse(rest), body } as Entry<'articles'>
      this.#putArticle(path, entry)
    }
  }

  /** Publishes what is due. */
  release(): void {
    const due = this.#rows.all<Row & { slug: string }>(
      "SELECT id, slug, state, published, card FROM articles WHERE state = 'scheduled' AND published <= ?",
      this.#now,
    )
    for (const row of due) {
      const { status, ...placed } = JSON.parse(row.card) as Card
      this.#rows.run('UPDATE articles SET state = ? WHERE id = ?', status, row.id)
      this.#note(articleKey(row.slug))
      if (this.#isListed(row.state) || this.#isListed(status)) this.#note(storyKey(row.slug))
      this.#moveLists(row.id, row.slug, row, { state: status, published: row.published, placed })
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

  /** Keeps what a file under `media/` is; null when it is gone. */
  putMedia(src: string, media: { version: string; size: { width: number; height: number } | null } | null): void {
    const before = this.#rows.get<{ version: string }>('SELECT version FROM media WHERE src = ?', src)
    if (before?.version === media?.version) return
    if (media === null) this.#rows.run('DELETE FROM media WHERE src = ?', src)
    else {
      const { version, size } = media
      const [width, height] = [size?.width ?? null, size?.height ?? null]
      this.#rows.run('INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?)', src, version, width, height)
    }
    this.#note(mediaKey(src))
  }
}
