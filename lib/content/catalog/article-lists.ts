import type { ArticleRow } from './article-rows.ts'
import type { Connection } from './connection.ts'
import { listKey, listsKey, listsOf, type Placed, RECENT } from './keys.ts'
import { Lists } from './lists.ts'
import { isListed } from './states.ts'

/** A story in lists: where it stands in time (milliseconds), and what says in which of them. */
interface Listed {
  readonly published: number
  readonly placed: Placed
}

interface ArticleListsOptions {
  /** Whether drafts and scheduled stories stand in lists, as they do while writing. */
  readonly drafts: boolean
  /** Called with the keys of what changes. */
  readonly note: (...keys: string[]) => void
}

/** Puts stories into the lists that they belong in, as the catalog's one writer does, and notes which lists change. */
export class ArticleLists {
  readonly #lists: Lists
  readonly #options: ArticleListsOptions

  constructor(rows: Connection, options: ArticleListsOptions) {
    this.#lists = new Lists(rows)
    this.#options = options
  }

  /** Writes how many stories each list has now. */
  count(): void {
    this.#lists.count()
  }

  /** Forgets what was not committed. */
  forget(): void {
    this.#lists.forget()
  }

  add(id: number, slug: string, { published, placed }: Listed): void {
    const names = listsOf(placed)
    this.#note(names)
    this.#lists.add(names, { id, slug, published })
  }

  remove(slug: string, { published, placed }: Listed): void {
    const names = listsOf(placed)
    this.#note(names)
    this.#lists.remove(names, { slug, published })
  }

  /** Moves a story that has changed, if it stood or is to stand elsewhere. */
  move(slug: string, before: ArticleRow, after: Listed & Pick<ArticleRow, 'state'>): void {
    const { drafts } = this.#options
    const [was, is] = [isListed(before.state, drafts), isListed(after.state, drafts)]
    if (!was && !is) return
    const placed = JSON.parse(before.card) as Placed
    const same = was && is && before.published === after.published
    if (same && String(listsOf(placed)) === String(listsOf(after.placed))) return
    if (was) this.remove(slug, { published: before.published, placed })
    if (is) this.add(before.id, slug, after)
  }

  #note(names: readonly string[]): void {
    for (const name of names) {
      this.#options.note(listKey(name))
      const [family = ''] = name.split(':')
      if (family === 'topic' || family === 'author') this.#options.note(listsKey(family))
    }
    this.#options.note(listKey(RECENT))
  }
}
