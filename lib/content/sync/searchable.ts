import { plainText } from '../../markdown/words.ts'
import type { Connection } from '../catalog/connection.ts'
import type { Card, Entry } from '../catalog/entries.ts'
import { WordShelf } from '../catalog/word-shelf.ts'
import { Lexicon } from '../words/lexicon.ts'
import { languageOf, stemmerFor } from '../words/stems.ts'

interface Row {
  readonly id: number
  readonly card: string
  readonly body: string
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

  /**
   * Enters the words of articles that changed since they were last entered, `limit` at most, in one transaction.
   * @returns how many it entered: less than `limit` when none are left
   */
  enter(limit: number): number {
    try {
      return this.#rows.transaction(() => {
        const lexicon = this.#findLexicon()
        if (lexicon === null) return 0
        const articles = this.#rows.all<Row>(
          'SELECT id, card, body FROM articles JOIN texts USING (id) WHERE searchable = 0 LIMIT ?',
          limit,
        )
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
        return articles.length
      })
    } catch (error) {
      this.#words.forget()
      this.#lexicon = null
      throw error
    }
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
