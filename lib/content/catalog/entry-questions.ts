import type { TopicRef } from '../model.ts'
import type { Kind } from '../source/read.ts'
import type { Connection } from './connection.ts'
import type { Entry } from './entries.ts'
import { bylineKey, entryKey } from './keys.ts'
import { note } from './reading.ts'

/** The kinds of file that are asked for by themselves; sections come with the site. */
export type SmallKind = Exclude<Kind, 'site' | 'articles' | 'sections'>

/** The last good version of every file of a kind, by slug. Notes nothing: that is for who asks. */
export const entriesOf = <K extends Kind>(rows: Connection, kind: K): Entry<K>[] =>
  rows
    .all<{ data: string }>('SELECT data FROM entries WHERE kind = ? ORDER BY slug', kind)
    .map(({ data }) => JSON.parse(data) as Entry<K>)

/** `space-race` → `Space race`. */
const titleOf = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')

/** What can be asked about the files that are no articles. */
export class EntryQuestions {
  readonly #rows: Connection

  constructor(rows: Connection) {
    this.#rows = rows
  }

  /** One file's content, or null. */
  find<K extends SmallKind>(kind: K, slug: string): Entry<K> | null {
    note(entryKey(kind, slug))
    const row = this.#rows.get<{ data: string }>('SELECT data FROM entries WHERE kind = ? AND slug = ?', kind, slug)
    return row ? (JSON.parse(row.data) as Entry<K>) : null
  }

  /** All files of a folder, by slug. */
  all<K extends 'authors' | 'series' | 'topics' | 'newsletters'>(kind: K): Entry<K>[] {
    note(kind)
    return entriesOf(this.#rows, kind)
  }

  /** An author's name, or null. */
  byline(slug: string): string | null {
    note(bylineKey(slug))
    const row = this.#rows.get<{ name: string }>(
      "SELECT data ->> 'name' AS name FROM entries WHERE kind = 'authors' AND slug = ?",
      slug,
    )
    return row?.name ?? null
  }

  /** How a topic that a story names is shown, whether it has a file or not. */
  topicRef(slug: string, file = this.find('topics', slug)): TopicRef & { readonly description: string | null } {
    return {
      slug,
      title: file?.title ?? titleOf(slug),
      description: file?.description ?? null,
      href: `/topics/${slug}`,
    }
  }
}
