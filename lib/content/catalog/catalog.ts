import type { Problem } from '../problems.ts'
import type { Kind } from '../source/read.ts'
import { ArticleQuestions } from './article-questions.ts'
import { Calendar } from './calendar.ts'
import type { Connection } from './connection.ts'
import { EntryQuestions, entriesOf } from './entry-questions.ts'
import { type Head, headOf, problemsOf } from './health-questions.ts'
import { DAY, SITE, storyKey } from './keys.ts'
import { type KnownFile, knownFile } from './known-files.ts'
import { ListQuestions } from './list-questions.ts'
import { MonthQuestions } from './month-questions.ts'
import { currentReading, note } from './reading.ts'
import { firstNameOf, renamedTo } from './rename-questions.ts'
import { SearchQuestions } from './search-questions.ts'
import { makeSite, type Site } from './site.ts'
import { Vocabulary } from './vocabulary.ts'
import { WordIndex } from './word-index.ts'

export interface CatalogOptions {
  /** The content folder. */
  readonly root: string
  /** In place of the address in `site.yaml`. */
  readonly siteUrl: string | null
  /** Whether drafts and scheduled stories show, as they do while writing. */
  readonly drafts: boolean
}

/** Everything that can be asked about, in one state of it. Each question notes what it read; see `keys.ts`. */
export class Catalog {
  readonly articles: ArticleQuestions
  /** Authors, series, topics, newsletters, plain pages and fronts. */
  readonly entries: EntryQuestions
  readonly lists: ListQuestions
  readonly months: MonthQuestions
  /** When stories were published. */
  readonly calendar: Calendar
  /** Which words articles have. */
  readonly vocabulary: Vocabulary
  /** What a search asks of articles. */
  readonly search: SearchQuestions
  readonly #rows: Connection
  readonly #options: CatalogOptions
  #site: Site | null | undefined

  /** @param site when it is known already */
  constructor(rows: Connection, options: CatalogOptions, site?: Site) {
    this.#rows = rows
    this.#options = options
    this.articles = new ArticleQuestions(rows, options.drafts)
    this.entries = new EntryQuestions(rows)
    this.lists = new ListQuestions(rows, options.drafts)
    this.months = new MonthQuestions(rows)
    this.calendar = new Calendar(rows)
    this.vocabulary = new Vocabulary(rows)
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
      const [site] = entriesOf(this.#rows, 'site')
      const { siteUrl } = this.#options
      const hasNewsletters = this.#rows.get("SELECT 1 FROM entries WHERE kind = 'newsletters' LIMIT 1") !== undefined
      this.#site = site
        ? makeSite(site, entriesOf(this.#rows, 'sections'), entriesOf(this.#rows, 'pages'), hasNewsletters, siteUrl)
        : null
    }
    return this.#site
  }

  /** What can be asked about words for the sake of one story. */
  wordsFor(slug: string): WordIndex {
    return new WordIndex(this.#rows, { drafts: this.#options.drafts, slug })
  }

  /** A file under `media/` by the path that content writes, `/media/name.jpg`; or null. */
  media(src: string): KnownFile | null {
    return knownFile(this.#rows, this.#options.root, src)
  }

  /** The slug that a file has now which had this one before it was renamed, or null. */
  renamed(kind: Kind, slug: string): string | null {
    return renamedTo(this.#rows, kind, slug)
  }

  /** The first slug that a file had, as far as git tells; null for one that was never renamed. */
  firstName(kind: Kind, slug: string): string | null {
    return firstNameOf(this.#rows, kind, slug)
  }

  /** Which commit of the content is published; null where there is none. */
  head(): Head | null {
    return headOf(this.#rows)
  }

  /** What is wrong with the content folder, errors first; that of `limit` files at most. */
  problems(limit: number): Problem[] {
    return problemsOf(this.#rows, limit)
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

/** Thrown while there is nothing to serve. */
export class ContentNotReady extends Error {
  override name = 'ContentNotReady'
}
