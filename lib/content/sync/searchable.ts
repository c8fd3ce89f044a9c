import path from 'node:path'
import type { Connection } from '../catalog/connection.ts'
import type { Card } from '../catalog/entries.ts'
import { KIN, kinKey, WORDS } from '../catalog/keys.ts'
import { WordIndex } from '../catalog/word-index.ts'
import { WordShelf } from '../catalog/word-shelf.ts'
import { Lexicon } from '../words/lexicon.ts'
import { type Known, type Names, partsOf } from '../words/parts.ts'
import { languageOf, stemmerFor } from '../words/stems.ts'
import type { TakenWords } from './read-ahead.ts'
import type { Wording } from './reading-thread.ts'

/** Articles of which it is found out which stories are like them; of more, any may be. */
const FEW = 20
/** Stories that are like one, at most: more than any page looks at. */
const ALIKE = 150

interface Row {
  readonly id: number
  readonly slug: string
  readonly card: string
  readonly body: string
}

/** What came of entering words. */
export interface Entered {
  /** How many articles: less than was asked for when none are left. */
  readonly entered: number
  /** The keys of what has changed with them. */
  readonly keys: ReadonlySet<string>
}

/** Enters the words of articles, for searches and for what is related. Publishing does not wait for it. */
export class Searchable {
  readonly #rows: Connection
  readonly #words: WordShelf
  #lexicon: Lexicon | null = null
  /** Where the words go that another thread has found, until one of them cannot be entered. */
  #taken: WordShelf | null = null

  constructor(rows: Connection) {
    this.#rows = rows
    this.#words = new WordShelf(rows)
  }

  /** Enters the words of articles that changed since they were last entered, `limit` at most, in one transaction. */
  enter(limit: number): Entered {
    try {
      return this.#rows.transaction(() => {
        const language = this.#findLanguage()
        if (language === null) return { entered: 0, keys: new Set() }
        this.#lexicon ??= new Lexicon(stemmerFor(language))
        const articles = this.#rows.all<Row>(
          'SELECT id, slug, card, body FROM articles JOIN texts USING (id) WHERE searchable = 0 LIMIT ?',
          limit,
        )
        // What was like an article before may show another in its place.
        const keys = articles.length > FEW ? new Set([KIN]) : this.#kinOf(articles)
        const names = this.#namesAsked()
        for (const { id, card, body } of articles) {
          this.#words.put(id, this.#lexicon.take(partsOf(JSON.parse(card) as Card, body, names)))
        }
        this.#words.count()
        this.#mark(articles.map(({ id }) => id))
        if (articles.length <= FEW) for (const key of this.#kinOf(articles)) keys.add(key)
        return { entered: articles.length, keys: articles.length === 0 ? keys : keys.add(WORDS) }
      })
    } catch (error) {
      this.#words.forget()
      this.#lexicon = null
      throw error
    }
  }

  /** What another thread needs to find the words of articles: null while there is no publication. `enterTaken` has to follow. */
  wording(): Wording | null {
    const language = this.#rows.transaction(() => this.#findLanguage())
    this.#taken = language === null ? null : new WordShelf(this.#rows)
    return language === null ? null : { language, names: this.#names() }
  }

  /**
   * Enters words that another thread has found, in one transaction. Those of articles that did not get into the catalog, or
   * have been entered, are let go; when it fails, all that come after are left to `enter`.
   */
  enterTaken(found: TakenWords): void {
    const shelf = this.#taken
    if (shelf === null || found.size === 0) return
    try {
      this.#rows.transaction(() => {
        const entered: number[] = []
        for (const [file, words] of found) {
          const sql = 'SELECT id FROM articles WHERE slug = ? AND path = ? AND searchable = 0'
          const article = this.#rows.get<{ id: number }>(sql, path.posix.basename(file, '.md'), file)
          if (article === undefined) shelf.meet(words)
          else {
            shelf.put(article.id, words)
            entered.push(article.id)
          }
        }
        shelf.count()
        this.#mark(entered)
      })
    } catch (error) {
      this.#taken = null
      throw error
    }
  }

  /**
   * Marks articles as entered, all at once: an update whose trigger may replace rows begins a savepoint, at each of which
   * FTS5 writes out all the words that it has gathered.
   */
  #mark(ids: readonly number[]): void {
    const sql = 'UPDATE articles SET searchable = 1 WHERE id IN (SELECT value FROM json_each(?))'
    this.#rows.run(sql, JSON.stringify(ids))
  }

  /** The keys of the stories that are like some articles, as far as their words are entered. */
  #kinOf(articles: readonly Row[]): Set<string> {
    const ids = new Set<number>()
    for (const { slug } of articles) {
      const index = new WordIndex(this.#rows, { drafts: true, slug })
      for (const id of index.alike(index.terms(), ALIKE)) ids.add(id)
    }
    const sql = 'SELECT slug FROM articles WHERE id IN (SELECT value FROM json_each(?))'
    const rows = this.#rows.all<{ slug: string }>(sql, JSON.stringify(Array.from(ids)))
    return new Set([...rows, ...articles].map(({ slug }) => kinKey(slug)))
  }

  /** Null while there is no publication. All words are entered anew when the language of it is another. */
  #findLanguage(): string | null {
    const site = this.#rows.get<{ locale: string }>(
      "SELECT data ->> 'locale' AS locale FROM entries WHERE kind = 'site' LIMIT 1",
    )
    if (site === undefined) return null
    const language = languageOf(site.locale)
    const known = this.#rows.get<{ value: string }>("SELECT value FROM meta WHERE name = 'language'")?.value
    if (known !== language) this.#beginIn(language, known !== undefined)
    return language
  }

  #beginIn(language: string, anew: boolean): void {
    if (anew) {
      this.#words.clear()
      this.#rows.run('UPDATE articles SET searchable = 0')
    }
    this.#lexicon = null
    this.#rows.run("INSERT OR REPLACE INTO meta VALUES ('language', ?)", language)
  }

  /** Names that are looked up as they are asked for, each once: a publish needs few of thousands. */
  #namesAsked(): Names {
    const of = (kind: string, field: string): Known => {
      const found = new Map<string, string | undefined>()
      const sql = 'SELECT data ->> ? AS name FROM entries WHERE kind = ? AND slug = ?'
      return {
        get: (slug) => {
          if (!found.has(slug)) found.set(slug, this.#rows.get<{ name: string }>(sql, field, kind, slug)?.name)
          return found.get(slug)
        },
      }
    }
    return { authors: of('authors', 'name'), topics: of('topics', 'title') }
  }

  /** All names, for who cannot ask. */
  #names(): Names {
    const of = (kind: string, field: string) => {
      const sql = 'SELECT slug, data ->> ? AS name FROM entries WHERE kind = ?'
      return new Map(
        this.#rows.all<{ slug: string; name: string }>(sql, field, kind).map(({ slug, name }) => [slug, name]),
      )
    }
    return { authors: of('authors', 'name'), topics: of('topics', 'title') }
  }
}
