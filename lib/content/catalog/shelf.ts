import type { Kind } from '../source/read.ts'
import { ArticleShelf } from './article-shelf.ts'
import type { Connection } from './connection.ts'
import type { Entry } from './entries.ts'
import { bylineKey, entryKey, mediaKey, SITE } from './keys.ts'
import { Renames } from './renames.ts'

/** Kinds of file that every page depends on. */
const EVERYWHERE: ReadonlySet<Kind> = new Set(['site', 'sections'])

/** The published side of the catalog, as its one writer keeps it: what is put on it or taken off, and whom that concerns. */
export class Shelf {
  readonly articles: ArticleShelf
  readonly renames: Renames
  readonly #rows: Connection
  #changed = new Set<string>()

  constructor(rows: Connection, { drafts }: { readonly drafts: boolean }) {
    this.#rows = rows
    const note = (...keys: string[]) => this.#note(...keys)
    this.articles = new ArticleShelf(rows, { drafts, note })
    this.renames = new Renames(rows, note)
  }

  /** Forgets what was not committed. */
  forget(): void {
    this.#changed = new Set()
    this.articles.forget()
  }

  /** The keys whose answers have changed since the last call; the last step of a transaction. */
  takeChanges(): Set<string> {
    this.articles.count()
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

  /** Puts the good version of a file in the place of the one by its kind and slug. @param path of the file */
  put<K extends Kind>(kind: K, path: string, entry: Entry<K>): void {
    if (kind === 'articles') this.articles.put(path, entry as Entry<'articles'>)
    else this.#putEntry(kind, path, entry as Entry<Kind>)
  }

  /** Takes a file's version away, if there is one. */
  remove(kind: Kind, slug: string): void {
    if (kind === 'articles') this.articles.remove(slug)
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
    if (kind === 'sections' && before === undefined) this.articles.rehouse(entry.slug)
  }

  #removeEntry(kind: Kind, slug: string): void {
    const before = this.#rows.get<{ data: string }>('SELECT data FROM entries WHERE kind = ? AND slug = ?', kind, slug)
    if (before === undefined) return
    this.#rows.run('DELETE FROM entries WHERE kind = ? AND slug = ?', kind, slug)
    this.#noteEntry(kind, slug, before.data, null)
    if (kind === 'sections') this.articles.rehouse(slug)
  }

  #noteEntry(kind: Kind, slug: string, before: string | null, after: string | null): void {
    this.#note(EVERYWHERE.has(kind) ? SITE : entryKey(kind as 'authors', slug), kind)
    const field = (name: 'name' | 'title') => {
      const of = (data: string | null) => (data === null ? null : (JSON.parse(data) as Record<string, unknown>)[name])
      return [of(before), of(after)]
    }
    const differs = ([was, is]: unknown[]) => was !== is
    if (kind === 'authors' && differs(field('name'))) {
      this.#note(bylineKey(slug))
      this.articles.reword(`author:${slug}`)
    }
    if (kind === 'topics' && differs(field('title'))) this.articles.reword(`topic:${slug}`)
    // Every page's foot names the plain pages.
    if (kind === 'pages' && differs(field('title'))) this.#note(SITE)
    // And has a form where there is a newsletter.
    if (kind === 'newsletters' && (before === null || after === null)) this.#note(SITE)
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
