import { plainText } from '../../markdown/words.ts'
import type { Connection } from '../catalog/connection.ts'
import type { Card, Entry } from '../catalog/entries.ts'
import { KIN, kinKey, WORDS } from '../catalog/keys.ts'
import { WordIndex } from '../catalog/word-index.ts'
import { WordShelf } from '../catalog/word-shelf.ts'
import { Lexicon } from '../words/lexicon.ts'
import { languageOf, stemmerFor } from '../words/stems.ts'

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

  constructor(rows: Connection) {
    this.#rows = rows
    this.#words = new WordShelf(rows)
  }

  /** Enters the words of articles that changed since they were last entered, `limit` at most, in one transaction. */
  enter(limit: number): Entered {
    try {
      return this.#rows.transaction(() => {
        const lexicon = this.#findLexicon()
        if (lexicon === null) return { entered: 0, keys: new Set() }
        const articles = this.#rows.all<Row>(
          'SELECT id, slug, card, body FROM articles JOIN texts USING (id) WHERE searchable = 0 LIMIT ?',
          limit,
        )
        // What was like an article before may show another in its place.
        const keys = articles.length > FEW ? new Set([KIN]) : this.#kinOf(articles)
        const named = new Map<string, string>()
        for (const { id, card, body } of articles) {
          const { title, dek = '', authors, topics } = JSON.parse(card) as Card
          const names = [
            ...authors.map((slug) => this.#nameOf('authors', slug, named)),
            ...topics.map((slug) => this.#nameOf('topics', slug, named)),
          ].join('\n')
          this.#words.put(id, lexicon.take({ headline: title, dek, body: plainText(body), names }))
          this.#rows.run('UPDATE articles SET searchable = 1 WHERE id = ?', id)
        }
        this.#words.count()
        if (articles.length <= FEW) for (const key of this.#kinOf(articles)) keys.add(key)
        return { entered: articles.length, keys: articles.length === 0 ? keys : keys.add(WORDS) }
      })
    } catch (error) {
      this.#words.forget()
      this.#lexicon = null
      throw error
    }
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
  #findLexicon(): Lexicon | null {
    const site = this.#rows.get<{ locale: string }>(
      "SELECT data ->> 'locale' AS locale FROM entries WHERE kind = 'site' LIMIT 1",
    )
    if (site === undefined) return null
    const language = languageOf(site.locale)
    const known = this.#rows.get<{ value: string }>("SELECT value FROM meta WHERE name = 'language'")?.value
    if (known !== language) this.#beginIn(language, known !== undefined)
    this.#lexicon ??= new Lexicon(stemmerFor(language))
    return this.#lexicon
  }

  #beginIn(language: string, anew: boolean): void {
    if (anew) {
      this.#words.clear()
      this.#rows.run('UPDATE articles SET searchable = 0')
    }
    this.#lexicon = null
    this.#rows.run("INSERT OR REPLACE INTO meta VALUES ('language', ?)", language)
  }

  /** How an author or a topic is called, as readers know it and as its slug says. */
  #nameOf(kind: 'authors' | 'topics', slug: string, named: Map<string, string>): string {
    const key = `${kind}/${slug}`
    let name = named.get(key)
    if (name === undefined) {
      const row = this.#rows.get<{ data: string }>('SELECT data FROM entries WHERE kind = ? AND slug = ?', kind, slug)
      const entry = row && (JSON.parse(row.data) as Partial<Entry<'authors'> & Entry<'topics'>>)
      name = entry?.name ?? entry?.title ?? slug.replaceAll('-', ' ')
      named.set(key, name)
    }
    return name
  }
}
