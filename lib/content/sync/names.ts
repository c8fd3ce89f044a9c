import { bodyFacts } from '../../markdown/facts.ts'
import type { Connection } from '../catalog/connection.ts'
import { type ArticleFacts, KINDS, type Known, type KnownMedia, type Names } from '../rules/names.ts'
import { findFile } from '../source/files.ts'
import { type Kind, readContentFile } from '../source/read.ts'
import { type Facts, nearName } from './facts.ts'
import type { MediaShelf } from './media.ts'

/**
 * The names of a content folder as the catalog has them. Each question is noted until `takeAsked`, so that whoever asked
 * is checked again when the answer changes.
 */
export class FolderNames implements Names {
  readonly #rows: Connection
  readonly #root: string
  readonly #media: MediaShelf
  #asked = new Set<string>()
  #again: number | null = null
  #site: Facts | undefined
  /** Answers since something last changed. */
  readonly #known = new Map<string, boolean>()
  #doubtful: Set<string> | null = null
  readonly files: Names['files']
  readonly media: KnownMedia
  readonly kinds: Known
  readonly editions: Known
  readonly topics: Known

  constructor(rows: Connection, root: string, media: MediaShelf) {
    this.#rows = rows
    this.#root = root
    this.#media = media
    this.files = Object.fromEntries(KIND_LIST.map((kind) => [kind, this.#folder(kind)])) as unknown as Names['files']
    this.media = this.#mediaNames()
    this.kinds = this.#listOf('kind', () => [...Object.keys(KINDS), ...(this.#siteFacts().kinds ?? [])])
    this.editions = this.#listOf('edition', () => this.#siteFacts().editions ?? [])
    this.topics = {
      has: (topic) => {
        this.#ask(`topics/${topic}`)
        if (this.#hasTopic(topic)) return true
        this.#doubtful?.add(`topics/${topic}`)
        return this.#doubtful !== null
      },
      keys: () => [...this.#near('topics'), ...this.#column('SELECT slug FROM topics WHERE files > 0')],
    }
  }

  #ask(name: string): void {
    this.#asked.add(name)
  }

  /** The names asked for since the last call. */
  takeAsked(): Set<string> {
    const asked = this.#asked
    this.#asked = new Set()
    return asked
  }

  later(moment: number): void {
    this.#again = Math.min(this.#again ?? moment, moment)
  }

  /** The first moment of those told of since the last call, or null. */
  takeAgain(): number | null {
    const again = this.#again
    this.#again = null
    return again
  }

  /**
   * While on, takes for granted what only articles that have not been read yet could tell: which topics there are.
   * @returns the names that were taken for granted, when it is turned off
   */
  trust(on: boolean): Set<string> {
    const doubtful = this.#doubtful ?? new Set()
    this.#doubtful = on ? doubtful : null
    return doubtful
  }

  #hasTopic(topic: string): boolean {
    return (
      this.#has("SELECT 1 FROM files WHERE kind = 'topics' AND slug = ?", topic) ||
      this.#has('SELECT 1 FROM topics WHERE slug = ? AND files > 0', topic)
    )
  }

  /** Forgets what is remembered, since files have changed. */
  refresh(): void {
    this.#site = undefined
    this.#known.clear()
  }

  #siteFacts(): Facts {
    if (this.#site === undefined) {
      const row = this.#rows.get<{ facts: string | null }>("SELECT facts FROM files WHERE path = 'site.yaml'")
      this.#site = JSON.parse(row?.facts ?? '{}') as Facts
    }
    return this.#site
  }

  get url(): string {
    this.#ask('url')
    return (this.#siteFacts().url ?? 'http://localhost').replace(/\/+$/, '')
  }

  get listed(): boolean {
    this.#ask('listed')
    const { editions, kinds } = this.#siteFacts()
    return editions !== undefined && kinds !== undefined
  }

  #column(sql: string, ...values: string[]): string[] {
    return this.#rows.all<{ slug: string }>(sql, ...values).map(({ slug }) => slug)
  }

  /** All names of a folder, of which one may be meant. */
  #near(kind: string): string[] {
    this.#ask(nearName(kind))
    return kind === 'media' ? this.#media.paths() : this.#slugs(kind)
  }

  #slugs = (kind: string) => this.#column('SELECT DISTINCT slug FROM files WHERE kind = ? ORDER BY path', kind)

  #folder(kind: Kind): Known {
    return {
      has: (slug) => {
        const name = `${kind}/${slug}`
        this.#ask(name)
        return this.#once(name, () => this.#has('SELECT 1 FROM files WHERE kind = ? AND slug = ?', kind, slug))
      },
      keys: () => this.#near(kind),
    }
  }

  #listOf(what: string, names: () => readonly string[]): Known {
    return {
      has: (name) => {
        this.#ask(`${what}/${name}`)
        return names().includes(name)
      },
      keys: () => {
        this.#ask(`${what}s`)
        return names()
      },
    }
  }

  #has = (sql: string, ...values: string[]): boolean => this.#rows.get(sql, ...values) !== undefined

  /** Answers a question that comes again and again as it was answered first, until something changes. */
  #once(question: string, ask: () => boolean): boolean {
    let known = this.#known.get(question)
    if (known === undefined) {
      known = ask()
      this.#known.set(question, known)
    }
    return known
  }

  #mediaNames(): KnownMedia {
    const media = this.#media
    const ask = (src: string) => this.#ask(`media/${src}`)
    const near = () => this.#near('media')
    return {
      get paths() {
        return near()
      },
      has: (src) => {
        ask(src)
        return this.#once(`media/${src}`, () => media.has(src))
      },
      isPicture: (src) => {
        ask(src)
        return this.#once(`picture/${src}`, () => media.look(src)?.size != null)
      },
    }
  }

  alias(alias: string): string | undefined {
    this.#ask(`aliases/${alias}`)
    if (!this.#once('aliases', () => this.#has('SELECT 1 FROM aliases'))) return undefined
    return this.#rows.get<{ slug: string }>('SELECT slug FROM aliases WHERE alias = ? ORDER BY path LIMIT 1', alias)
      ?.slug
  }

  article(slug: string): ArticleFacts | undefined {
    this.#ask(`articles/${slug}`)
    const row = this.#first('articles', slug)
    return row && { ...(JSON.parse(row.facts ?? '{}') as Facts), file: row.path }
  }

  #first(kind: Kind, slug: string): { path: string; facts: string | null } | undefined {
    return this.#rows.get('SELECT path, facts FROM files WHERE kind = ? AND slug = ? ORDER BY path LIMIT 1', kind, slug)
  }

  anchors(kind: 'articles' | 'pages', slug: string): ReadonlySet<string> | null {
    this.#ask(`anchors/${kind}/${slug}`)
    const file = this.#first(kind, slug)?.path
    if (file === undefined) return null
    const source = findFile(this.#root, file)
    const body = source === null || 'rule' in source ? undefined : readContentFile(source)?.document?.body
    return body === undefined ? null : new Set(bodyFacts(body).headings.map(({ id }) => id))
  }
}

const KIND_LIST: readonly Kind[] = [
  'site',
  'articles',
  'authors',
  'sections',
  'series',
  'topics',
  'newsletters',
  'pages',
  'fronts',
]
