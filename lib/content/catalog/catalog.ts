import path from 'node:path'
import type { State, TopicRef } from '../model.ts'
import type { Problem } from '../problems.ts'
import type { Kind } from '../source/read.ts'
import { Calendar } from './calendar.ts'
import { type Company, companyOf } from './company.ts'
import type { Connection } from './connection.ts'
import type { Card, Entry, FullArticle } from './entries.ts'
import {
  ALL,
  articleKey,
  bylineKey,
  DAY,
  entryKey,
  listKey,
  listsKey,
  MONTHS,
  mediaKey,
  monthKey,
  RECENT,
  SITE,
  storyKey,
} from './keys.ts'
import { ListQuestions } from './list-questions.ts'
import { partsOf } from './parts.ts'
import { currentReading } from './reading.ts'
import { SearchQuestions } from './search-questions.ts'
import { makeSite, type Site } from './site.ts'
import { WordIndex } from './word-index.ts'

/** The kinds of file that are asked for by themselves; sections come with the site. */
export type SmallKind = Exclude<Kind, 'site' | 'articles' | 'sections'>

/** A file under `media/` as it was last looked into. */
export interface KnownFile {
  readonly absolute: string
  /** A hash of its bytes. */
  readonly version: string
  /** In pixels as shown; null for what is no picture. */
  readonly size: { readonly width: number; readonly height: number } | null
}

export interface CatalogOptions {
  /** The content folder. */
  readonly root: string
  /** In place of the address in `site.yaml`. */
  readonly siteUrl: string | null
  /** Whether drafts and scheduled stories show, as they do while writing. */
  readonly drafts: boolean
}

/** A month of UTC (`2022-04`): how many stories were published in it, and when one of them last changed (milliseconds). */
export interface Month {
  readonly month: string
  readonly count: number
  readonly modified: number
}

type CardRow = { readonly card: string; readonly state: State | 'homeless' }

const toCard = ({ card, state }: CardRow): Card => ({ ...(JSON.parse(card) as Card), state })

/** `space-race` → `Space race`. */
const titleOf = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')

/** Everything that can be asked about, in one state of it. Each question notes what it read; see `keys.ts`. */
export class Catalog {
  /** What can be asked about lists by position. */
  readonly lists: ListQuestions
  readonly #rows: Connection
  readonly #options: CatalogOptions
  /** When stories were published. */
  readonly calendar: Calendar
  /** What a search asks. */
  readonly search: SearchQuestions
  #site: Site | null | undefined

  /** @param site when it is known already */
  constructor(rows: Connection, options: CatalogOptions, site?: Site) {
    this.#rows = rows
    this.#options = options
    this.lists = new ListQuestions(rows, options.drafts)
    this.calendar = new Calendar(rows)
    this.search = new SearchQuestions(rows, options)
    this.#site = site
  }

  /** Whether there is a good `site.yaml`, without which nothing can be shown. */
  get ready(): boolean {
    return this.#findSite() !== null
  }

  /** The publication. @throws {ContentNotReady} */
  get site(): Site {
    const site = this.#findSite()
    if (site === null) {
      const why = 'There is no content to serve: site.yaml is missing or has errors. Run "npm run check".'
      throw new ContentNotReady(why)
    }
    return site
  }

  #findSite(): Site | null {
    note(SITE)
    if (this.#site === undefined) {
      const [site] = this.#entries('site')
      const { siteUrl } = this.#options
      const hasNewsletters = this.#rows.get("SELECT 1 FROM entries WHERE kind = 'newsletters' LIMIT 1") !== undefined
      this.#site = site
        ? makeSite(site, this.#entries('sections'), this.#entries('pages'), hasNewsletters, siteUrl)
        : null
    }
    return this.#site
  }

  #entries<K extends Kind>(kind: K): Entry<K>[] {
    const rows = this.#rows.all<{ data: string }>('SELECT data FROM entries WHERE kind = ? ORDER BY slug', kind)
    return rows.map(({ data }) => JSON.parse(data) as Entry<K>)
  }

  /** One file's content. */
  entry<K extends SmallKind>(kind: K, slug: string): Entry<K> | null {
    note(entryKey(kind, slug))
    const row = this.#rows.get<{ data: string }>('SELECT data FROM entries WHERE kind = ? AND slug = ?', kind, slug)
    return row ? (JSON.parse(row.data) as Entry<K>) : null
  }

  /** All files of a folder, by slug. */
  entries<K extends 'authors' | 'series' | 'topics' | 'newsletters'>(kind: K): Entry<K>[] {
    note(kind)
    return this.#entries(kind)
  }

  /** An author's name. */
  byline(slug: string): string | null {
    note(bylineKey(slug))
    const row = this.#rows.get<{ name: string }>(
      "SELECT data ->> 'name' AS name FROM entries WHERE kind = 'authors' AND slug = ?",
      slug,
    )
    return row?.name ?? null
  }

  /** An article that readers may see at its own address, or null. */
  article(slug: string): FullArticle | null {
    note(articleKey(slug))
    const row = this.#rows.get<CardRow & { rest: string; body: string }>(
      'SELECT card, state, rest, body FROM articles JOIN texts USING (id) WHERE slug = ?',
      slug,
    )
    if (row === undefined || !this.#isShown(row.state)) return null
    return { ...toCard(row), ...JSON.parse(row.rest), body: row.body }
  }

  /** The article that a slug leads to: its own, an alias or one that it had; null for what readers may not see. */
  articleAt(slug: string): FullArticle | null {
    const article = this.article(slug)
    const current = article === null ? this.redirect(slug) : null
    return current === null ? article : this.article(current)
  }

  /** The story that a slug leads to in the same way, as cards show it; null for one that no list may have. */
  storyAt(slug: string): Card | null {
    const story = this.story(slug)
    const current = story === null ? this.redirect(slug) : null
    return current === null ? story : this.story(current)
  }

  /** The slug of the article that has an alias, or that had this slug before it was renamed; or null. */
  redirect(alias: string): string | null {
    note(articleKey(alias))
    const row = this.#rows.get<{ slug: string }>('SELECT slug FROM redirects WHERE alias = ?', alias)
    return row?.slug ?? this.renamed('articles', alias)
  }

  /** The slug that a file has now which had this one before it was renamed, or null. */
  renamed(kind: Kind, slug: string): string | null {
    note(entryKey(kind, slug))
    const sql = 'SELECT slug FROM renames WHERE kind = ? AND old = ?'
    return this.#rows.get<{ slug: string }>(sql, kind, slug)?.slug ?? null
  }

  /** The first slug that a file had, as far as git tells; null for one that was never renamed. */
  firstName(kind: Kind, slug: string): string | null {
    note(entryKey(kind, slug))
    const sql = 'SELECT old FROM renames WHERE kind = ? AND slug = ? ORDER BY nth LIMIT 1'
    return this.#rows.get<{ old: string }>(sql, kind, slug)?.old ?? null
  }

  /** A story as cards show it, or null for one that no list may have. */
  story(slug: string): Card | null {
    note(storyKey(slug))
    const row = this.#rows.get<CardRow>('SELECT card, state FROM articles WHERE slug = ?', slug)
    return row !== undefined && row.state !== 'withdrawn' && this.#isShown(row.state) ? toCard(row) : null
  }

  #isShown(state: Card['state']): boolean {
    return state === 'published' || state === 'withdrawn' || (this.#options.drafts && state !== 'homeless')
  }

  /** Stories of a list, newest first; see `listsOf` for the names. */
  list(name: string, limit: number): Card[] {
    return this.lists.newest(name, limit)
  }

  /** The stories of a list nearest in time to a moment (milliseconds), half of them before it and half after. */
  around(name: string, moment: number, limit: number): Card[] {
    note(listKey(name))
    const half = (compare: '<=' | '>', order: 'DESC' | 'ASC') =>
      this.#rows.all<CardRow>(
        `SELECT card, state FROM listed JOIN articles ON articles.id = listed.article
         WHERE list = (SELECT id FROM lists WHERE name = ?) AND listed.published ${compare} ?
         ORDER BY listed.published ${order} LIMIT ?`,
        name,
        moment,
        Math.ceil(limit / 2),
      )
    return [...half('<=', 'DESC'), ...half('>', 'ASC')].map(toCard)
  }

  /** Stories of the 48 hours before a moment (milliseconds), newest first. */
  recent(now: number, limit: number): Card[] {
    note(listKey(RECENT))
    const rows = this.#rows.all<CardRow>(
      `SELECT card, state FROM listed JOIN articles ON articles.id = listed.article
       WHERE list = (SELECT id FROM lists WHERE name = ?) AND listed.published > ?
       ORDER BY listed.published DESC, listed.slug LIMIT ?`,
      ALL,
      now - RECENT_SPAN,
      limit,
    )
    return rows.map(toCard)
  }

  /** The months of UTC in which stories were published, newest first, with how many each has and when one last changed. */
  months(): Month[] {
    note(MONTHS)
    return this.#rows.all<Month>(
      `SELECT month, count(*) AS count, max(modified) AS modified FROM articles WHERE state = 'published'
       GROUP BY month ORDER BY month DESC`,
    )
  }

  /** The stories that were published in a month of UTC (`2022-04`), oldest first, with when each last changed (milliseconds). */
  ofMonth(month: string, limit: number, offset = 0): { readonly card: Card; readonly modified: number }[] {
    note(monthKey(month))
    const rows = this.#rows.all<CardRow & { readonly modified: number }>(
      `SELECT card, state, modified FROM articles WHERE state = 'published' AND month = ?
       ORDER BY published, slug LIMIT ? OFFSET ?`,
      month,
      limit,
      offset,
    )
    return rows.map((row) => ({ card: toCard(row), modified: row.modified }))
  }

  /** How many stories a list has. */
  count(name: string): number {
    note(listKey(name))
    return this.#rows.get<{ count: number }>('SELECT count FROM lists WHERE name = ?', name)?.count ?? 0
  }

  /** How many stories each list of a family has, by slug; lists without any are left out. */
  counts(family: 'author' | 'topic'): Map<string, number> {
    note(listsKey(family))
    const rows = this.#rows.all<{ slug: string; count: number }>(
      'SELECT substr(name, ?) AS slug, count FROM lists WHERE name > ? AND name < ? AND count > 0 ORDER BY name',
      family.length + 2,
      `${family}:`,
      `${family};`,
    )
    return new Map(rows.map(({ slug, count }) => [slug, count]))
  }

  /** What can be asked about words for the sake of one story. */
  wordsFor(slug: string): WordIndex {
    return new WordIndex(this.#rows, { drafts: this.#options.drafts, slug })
  }

  /** What the newest stories of a list have in common, `limit` of them at most. */
  company(name: string, limit: number): Company {
    note(listKey(name))
    return companyOf(this.#rows, name, limit)
  }

  /** The slugs of the parts of a series, in order of publication. */
  parts(series: string): string[] {
    const name = `series:${series}`
    note(listKey(name))
    return partsOf(this.#rows, name)
  }

  /** How a topic that a story names is shown. */
  topicRef(slug: string, file = this.entry('topics', slug)): TopicRef & { readonly description: string | null } {
    return {
      slug,
      title: file?.title ?? titleOf(slug),
      description: file?.description ?? null,
      href: `/topics/${slug}`,
    }
  }

  /** A file under `media/` by the path that content writes, `/media/name.jpg`. */
  media(src: string): KnownFile | null {
    note(mediaKey(src))
    const row = this.#rows.get<{ version: string; width: number | null; height: number | null }>(
      'SELECT version, width, height FROM media WHERE src = ?',
      src,
    )
    if (row === undefined) return null
    const { version, width, height } = row
    const absolute = path.join(/* turbopackIgnore: true */ this.#options.root, src.slice(1))
    return { absolute, version, size: width === null || height === null ? null : { width, height } }
  }

  /** Which commit of the content is published, and when it was made; null where there is none. */
  head(): { readonly commit: string; readonly time: string } | null {
    const row = this.#rows.get<{ value: string }>("SELECT value FROM meta WHERE name = 'head'")
    return row === undefined ? null : JSON.parse(row.value)
  }

  /** What is wrong with the content folder, in order of path but errors first; that of `limit` files at most. */
  problems(limit: number): Problem[] {
    return this.#rows
      .all<{ problems: string }>(
        'SELECT problems FROM files WHERE problems IS NOT NULL ORDER BY broken DESC, path LIMIT ?',
        limit,
      )
      .flatMap(({ problems }) => JSON.parse(problems) as Problem[])
  }

  /** The slugs of all articles that have a page. */
  addresses(): string[] {
    return this.#rows
      .all<{ slug: string; state: Card['state'] }>('SELECT slug, state FROM articles ORDER BY slug')
      .flatMap(({ slug, state }) => (this.#isShown(state) ? [slug] : []))
  }

  /** Notes that what was asked for is gone for good. */
  noteGone(): void {
    currentReading()?.markGone()
  }

  /** Notes that an answer shows a story's card. */
  noteStory(slug: string): void {
    note(storyKey(slug))
  }

  /** Notes that an answer depends on the day, in the publication's zone. */
  noteDay(): void {
    note(DAY)
  }
}

/** What counts as recent, in milliseconds. */
export const RECENT_SPAN = 48 * 3600 * 1000

/** Thrown while there is nothing to serve. */
export class ContentNotReady extends Error {
  override name = 'ContentNotReady'
}

const note = (key: string) => currentReading()?.note(key)
