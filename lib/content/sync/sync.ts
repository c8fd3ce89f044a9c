import type { Connection } from '../catalog/connection.ts'
import { SITE } from '../catalog/keys.ts'
import type { Rename } from '../catalog/renames.ts'
import { Shelf } from '../catalog/shelf.ts'
import { formatProblem, isError, type Problem } from '../problems.ts'
import type { Names } from '../rules/names.ts'
import { findFile, realRoot } from '../source/files.ts'
import type { ParsedFile } from '../source/read.ts'
import { type Changes, compareFolder, lookAtPaths } from './changes.ts'
import { type Filling, fillFrom, type Progress } from './filling.ts'
import { MediaShelf } from './media.ts'
import { FolderNames } from './names.ts'
import type { TakenWords } from './read-ahead.ts'
import { Register } from './register.ts'
import { Settlement } from './settlement.ts'

export interface SyncOptions {
  /** The content folder. */
  readonly root: string
  /** Whether drafts are published. */
  readonly drafts: boolean
  /** Whether anything is published. */
  readonly publishes?: boolean
}

/** Brings the catalog up to date with the content folder: reads what changed, checks whom it concerns, publishes what is good. */
export class Sync {
  readonly #rows: Connection
  readonly #root: string
  readonly #shelf: Shelf
  readonly #names: FolderNames
  readonly #register: Register
  readonly #settlement: Settlement

  constructor(rows: Connection, { root, drafts, publishes = true }: SyncOptions) {
    this.#rows = rows
    this.#root = root
    this.#shelf = new Shelf(rows, { drafts })
    const media = new MediaShelf(rows, this.#shelf, root)
    this.#names = new FolderNames(rows, root, media)
    this.#register = new Register(rows, media)
    const [register, names, shelf] = [this.#register, this.#names, this.#shelf]
    this.#settlement = new Settlement(root, { rows, register, names, shelf, publishes })
  }

  get names(): Names {
    return this.#names
  }

  meta(name: string): string | null {
    return this.#rows.get<{ value: string }>('SELECT value FROM meta WHERE name = ?', name)?.value ?? null
  }

  setMeta(name: string, value: string | null): void {
    if (value === null) this.#rows.run('DELETE FROM meta WHERE name = ?', name)
    else this.#rows.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', name, value)
  }

  /** Whether every file has been read at least once. */
  get complete(): boolean {
    return this.meta('complete') !== null
  }

  /** Compares the whole folder with the catalog. @throws {FolderError} when there is no folder to read */
  scan(): Changes {
    this.#settlement.real = realRoot(this.#root)
    return compareFolder(this.#rows, this.#root)
  }

  /**
   * What stands at some paths now; a path that ends in `/` is a folder, whose known files are looked at.
   * @throws {FolderError} when there is no folder to read
   */
  look(paths: Iterable<string>): Changes {
    this.#settlement.real = realRoot(this.#root)
    return lookAtPaths(this.#rows, this.#settlement.real, paths)
  }

  /**
   * Takes changes into the catalog, in one transaction.
   * @param now milliseconds since the epoch
   * @param held those files that have been parsed already, by path
   * @returns the keys of everything whose answer changed
   */
  apply(changes: Changes, now: number, held = new Map<string, ParsedFile>()): Set<string> {
    return this.#commit(now, () => {
      const touched = this.#register.read(changes, held)
      this.#names.refresh()
      this.#settlement.settle({ paths: changes.keys(), touched, held, now })
    })
  }

  /** Publishes what is due, and lets go what is no longer recent. @returns the keys of everything whose answer changed */
  tick(now: number, recentSpan: number): Set<string> {
    const since = Number(this.meta('recent') ?? now - recentSpan)
    return this.#commit(now, () => {
      this.#shelf.articles.release()
      // Whoever links to something that was to come may do so from now on.
      const paths = this.#paths('SELECT path FROM files WHERE again <= ?', now)
      this.#rows.run('UPDATE files SET again = NULL WHERE again <= ?', now)
      this.#settlement.settle({ paths, touched: new Set(), held: new Map(), now })
      this.#shelf.articles.ageRecent(since, now - recentSpan)
      this.setMeta('recent', String(now - recentSpan))
    })
  }

  /** Leads from the names that files had to those they have now, in the order in which they were renamed. */
  rename(renames: readonly Rename[], now: number): Set<string> {
    return this.#commit(now, () => {
      for (const rename of renames) this.#shelf.renames.add(rename)
    })
  }

  #commit(now: number, work: () => void): Set<string> {
    try {
      return this.#rows.transaction(() => {
        this.#shelf.articles.now = now
        work()
        this.#rows.run("UPDATE meta SET value = value + 1 WHERE name = 'revision'")
        const keys = this.#shelf.takeChanges()
        if (keys.has(SITE)) this.setMeta('site', this.meta('revision'))
        return keys
      })
    } catch (error) {
      this.#shelf.forget()
      this.#register.forget()
      this.#names.refresh()
      throw error
    }
  }

  /**
   * Reads a folder of which most is unknown, batch by batch and newest first, so that there is soon something to serve.
   * Yields after each batch, when it is there for readers, the words that its articles have, as far as they were found.
   * @param wording what it takes to find them; without it nobody looks
   * @throws {FolderError} when there is no folder to read
   */
  async *fill(now: number, progress: Progress, wording: Filling['wording'] = () => null): AsyncGenerator<TakenWords> {
    const real = realRoot(this.#root)
    this.#settlement.real = real
    this.#settlement.bulk = true
    this.#names.trust(true)
    yield* fillFrom({
      root: this.#root,
      look: (file) => findFile(real, file),
      known: () => this.#stamps(),
      enrol: (paths) => this.#rows.transaction(() => this.#register.enrol(paths)),
      take: (changes, held) => this.apply(changes, now, held),
      wording,
      progress,
    })
    this.#settlement.bulk = false
    this.#prove(now, this.#names.trust(false))
    yield new Map()
  }

  #stamps(): Map<string, string | null> {
    const rows = this.#rows.all<{ path: string; stamp: string | null }>('SELECT path, stamp FROM files')
    return new Map(rows.map(({ path, stamp }) => [path, stamp]))
  }

  /** Checks what was taken on trust while most files had not been read; then all of them have been. */
  #prove(now: number, doubtful: Set<string>): void {
    this.#commit(now, () => {
      for (const { slug } of this.#hidden(now)) doubtful.add(`articles/${slug}`)
      for (const { slug } of this.#contested()) doubtful.add(`aliases/${slug}`)
      const paths = this.#paths("SELECT path FROM files WHERE broken = 1 OR kind NOT IN ('articles', 'media', 'none')")
      this.#settlement.settle({ paths, touched: doubtful, held: new Map(), now, proves: true })
      this.setMeta('complete', String(now))
    })
  }

  #paths = (sql: string, ...values: number[]): string[] =>
    this.#rows.all<{ path: string }>(sql, ...values).map(({ path }) => path)

  /** Articles that no reader may follow a link to yet. */
  #hidden(now: number): { slug: string }[] {
    return this.#rows.all<{ slug: string }>(
      `SELECT slug FROM files WHERE kind = 'articles'
       AND (facts ->> 'status' = 'draft' OR facts -> 'published' ->> 'ms' > ?)`,
      now,
    )
  }

  /** Aliases that several articles have, or that are the slug of one. */
  #contested(): { slug: string }[] {
    return this.#rows.all<{ slug: string }>(
      `SELECT alias AS slug FROM aliases GROUP BY alias HAVING count(*) > 1
       UNION SELECT alias FROM aliases JOIN files ON kind = 'articles' AND files.slug = alias`,
    )
  }

  /** What is wrong with some files. */
  problemsOf(files: Iterable<string>): Problem[] {
    return Array.from(files).flatMap((file) => {
      const row = this.#rows.get<{ problems: string | null }>('SELECT problems FROM files WHERE path = ?', file)
      return row?.problems == null ? [] : (JSON.parse(row.problems) as Problem[])
    })
  }

  /** When `tick` next has something to do (milliseconds since the epoch), or null. */
  nextDue(recentSpan: number): number | null {
    const aging = this.#shelf.articles.nextToAge(Number(this.meta('recent') ?? 0))
    const again = this.#rows.get<{ at: number | null }>('SELECT min(again) AS at FROM files WHERE again IS NOT NULL')
    const moments = [
      this.#shelf.articles.nextRelease(),
      again?.at ?? null,
      aging === null ? null : aging + recentSpan,
    ].filter((moment) => moment !== null)
    return moments.length === 0 ? null : Math.min(...moments)
  }

  /** The errors that keep files from being published, a line each, those of `limit` files at most. */
  errorLines(limit: number): string[] {
    return this.#rows
      .all<{ problems: string }>('SELECT problems FROM files WHERE broken = 1 ORDER BY path LIMIT ?', limit)
      .flatMap(({ problems }) => (JSON.parse(problems) as Problem[]).filter(isError).map(formatProblem))
  }

  /** The publication's time zone, by its IANA name. */
  timeZone(): string | null {
    const row = this.#rows.get<{ zone: string | null }>(
      "SELECT facts ->> 'zone' AS zone FROM files WHERE path = 'site.yaml'",
    )
    return row?.zone ?? null
  }
}
