import { Aliases } from './aliases.ts'
import { ArticleLists } from './article-lists.ts'
import { type ArticleRow, ArticleRows } from './article-rows.ts'
import { ArticleStates } from './article-states.ts'
import type { Connection } from './connection.ts'
import type { Card, Entry } from './entries.ts'
import { articleKey, listKey, RECENT, storyKey, WORDS } from './keys.ts'
import { IN_LIST } from './listed.ts'
import { monthKeys } from './month-keys.ts'
import { firstAfter, hasStoryBetween } from './recent.ts'
import { isListed, isOpen } from './states.ts'
import { WordShelf } from './word-shelf.ts'

type State = Card['state']
type Article = Entry<'articles'>

interface ArticleShelfOptions {
  /** Whether drafts and scheduled stories are published, as they are while writing. */
  readonly drafts: boolean
  /** Called with the keys of what changes. */
  readonly note: (...keys: string[]) => void
}

/** The articles of the catalog, as its one writer keeps them: which are there, where they stand, and in which lists. */
export class ArticleShelf {
  readonly #rows: Connection
  readonly #articles: ArticleRows
  readonly #states: ArticleStates
  readonly #lists: ArticleLists
  readonly #aliases: Aliases
  readonly #words: WordShelf
  readonly #drafts: boolean
  readonly #note: ArticleShelfOptions['note']
  /** The time by which articles are published, in milliseconds. */
  now = 0

  constructor(rows: Connection, { drafts, note }: ArticleShelfOptions) {
    this.#rows = rows
    this.#articles = new ArticleRows(rows)
    this.#states = new ArticleStates(rows, drafts)
    this.#lists = new ArticleLists(rows, { drafts, note })
    this.#aliases = new Aliases(rows, note)
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
    this.#states.forget()
    this.#lists.forget()
  }

  /** Puts an article in the place of the one by its slug, if there is one. @param path of its file */
  put(path: string, entry: Article): void {
    const before = this.#articles.find(entry.slug)
    const state = this.#states.of(entry, before, this.now)
    if (before === undefined) this.#insert(path, entry, state)
    else this.#update(path, entry, state, before)
    const aliases = state === 'draft' && !this.#drafts ? [] : entry.aliases
    if (before !== undefined || aliases.length > 0) this.#aliases.put(entry.slug, aliases)
  }

  #insert(path: string, entry: Article, state: State): void {
    const { slug } = entry
    const row = this.#articles.insert(path, entry, state)
    if (this.#isOpen(state)) this.#note(articleKey(slug))
    this.#note(...monthKeys(null, row))
    if (!this.#isListed(state)) return
    this.#note(storyKey(slug))
    this.#lists.add(row.id, slug, { published: row.published, placed: entry })
  }

  #update(path: string, entry: Article, state: State, before: ArticleRow): void {
    const { slug } = entry
    const { after, shown, reworded } = this.#articles.update(path, entry, state, before)
    if ((this.#isOpen(state) || this.#isOpen(before.state)) && (shown || reworded)) this.#note(articleKey(slug))
    if ((this.#isListed(state) || this.#isListed(before.state)) && shown) this.#note(storyKey(slug))
    if (shown || after.modified !== before.modified) this.#note(...monthKeys(before, after))
    this.#lists.move(slug, before, { state, published: after.published, placed: entry })
  }

  /** Takes an article away, if it is there. */
  remove(slug: string): void {
    const before = this.#articles.find(slug)
    if (before === undefined) return
    this.#note(...monthKeys(before, null))
    if (this.#isListed(before.state)) {
      this.#note(storyKey(slug))
      this.#lists.remove(slug, { published: before.published, placed: JSON.parse(before.card) })
    }
    this.#articles.remove(before.id)
    this.#words.remove(before.id)
    this.#note(WORDS)
    this.#aliases.put(slug, [])
    if (this.#isOpen(before.state)) this.#note(articleKey(slug))
  }

  #isOpen = (state: State): boolean => isOpen(state, this.#drafts)

  #isListed = (state: State): boolean => isListed(state, this.#drafts)

  /** Has the words of a list's stories entered anew: what it is called has changed. */
  reword(list: string): void {
    const sql = `UPDATE articles SET searchable = 0 WHERE id IN (SELECT article FROM listed WHERE ${IN_LIST})`
    this.#rows.run(sql, list)
  }

  /** Looks anew at where the articles of a section stand, which has come or gone. */
  rehouse(section: string): void {
    this.#states.forget()
    for (const { path, entry } of this.#articles.misplaced(section)) this.put(path, entry)
  }

  /** Publishes what is due. */
  release(): void {
    for (const row of this.#articles.due(this.now)) {
      const { status, ...placed } = JSON.parse(row.card) as Card
      this.#articles.setState(row.id, status)
      this.#note(articleKey(row.slug))
      if (this.#isListed(row.state) || this.#isListed(status)) this.#note(storyKey(row.slug))
      this.#note(...monthKeys(row, { ...row, state: status }))
      this.#lists.move(row.slug, row, { state: status, published: row.published, placed })
    }
  }

  /** When the next scheduled article is due (milliseconds), or null. */
  nextRelease(): number | null {
    return this.#articles.nextDue()
  }

  /** Stories that were recent at one time and are no more at another: the newest lies between the two (milliseconds). */
  ageRecent(before: number, after: number): void {
    if (hasStoryBetween(this.#rows, before, after)) this.#note(listKey(RECENT))
  }

  /** When the next story stops being recent: its time of publication, later than `since` (milliseconds), or null. */
  nextToAge(since: number): number | null {
    return firstAfter(this.#rows, since)
  }
}
