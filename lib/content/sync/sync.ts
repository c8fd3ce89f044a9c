import { hash as cryptoHash } from 'node:crypto'
import type { Connection } from '../catalog/connection.ts'
import { toEntry } from '../catalog/entries.ts'
import { SITE } from '../catalog/keys.ts'
import { Shelf } from '../catalog/shelf.ts'
import { formatProblem, isError, type Problem, TOP } from '../problems.ts'
import { checkFile } from '../rules/check.ts'
import type { Names } from '../rules/names.ts'
import { findFile, isContentPath, listFiles, realRoot, type SourceFile } from '../source/files.ts'
import { type Kind, kindOf, type ParsedFile, readContentFile } from '../source/read.ts'
import { changedNames, factsOf, nearName } from './facts.ts'
import { MediaShelf } from './media.ts'
import { type Facts, FolderNames } from './names.ts'
import { readAhead } from './read-ahead.ts'

/** Called as work goes on, with how much of it is done. */
export type Progress = (done: number, total: number) => void

/** Files by path: as they are now, null for one that is gone, or why one may not be read. */
export type Changes = ReadonlyMap<string, SourceFile | Problem | null>

interface Row {
  readonly id: number
  readonly path: string
  readonly kind: string
  readonly slug: string
  readonly stamp: string | null
  readonly facts: string | null
  readonly broken: number
}

/** Parsed files that are kept between being read and being checked; of a larger change, the rest is read twice. */
const MOST_HELD = 3000

/** Broken files whose suggestions are renewed when a name comes or goes, so that a thousand dead links slow nobody down. */
const MOST_GUESSES = 200

/** Files read in one transaction when there is no catalog yet: few at first, so that there is soon something to serve. */
const FIRST_BATCH = 100
const BATCH = 250
/** Bytes of files in one transaction, or a few large ones would fill the memory of the thread that reads them. */
const BATCH_BYTES = 4 * 1024 * 1024

/** Brings the catalog up to date with the content folder: reads what changed, checks whom it concerns, publishes what is good. */
export class Sync {
  readonly #rows: Connection
  readonly #root: string
  /** Where that really is. */
  #real: string
  readonly #shelf: Shelf
  readonly #media: MediaShelf
  readonly #names: FolderNames
  /** By topic, how many more articles name it than is entered. */
  readonly #named = new Map<string, number>()
  /** Whether most files have not been read yet, so that what they say is taken on trust. */
  #bulk = false

  readonly #publishes: boolean

  /** @param options the content folder, whether drafts are published, and whether anything is */
  constructor(rows: Connection, options: { root: string; drafts: boolean; publishes?: boolean }) {
    const { root, drafts, publishes = true } = options
    this.#rows = rows
    this.#root = root
    this.#real = root
    this.#publishes = publishes
    this.#shelf = new Shelf(rows, { drafts })
    this.#media = new MediaShelf(rows, this.#shelf, root)
    this.#names = new FolderNames(rows, root, this.#media)
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
    this.#real = realRoot(this.#root)
    const { files, problems, unreadable } = listFiles(this.#root)
    const changes = new Map<string, SourceFile | Problem | null>()
    const known = new Map<string, string | null>()
    for (const { path: file, stamp } of this.#rows.each<Row>('SELECT path, stamp FROM files')) known.set(file, stamp)
    for (const source of files) {
      if (!isRead(source.file)) continue
      const stamp = known.get(source.file)
      known.delete(source.file)
      if (!stamp || stamp !== source.stamp) changes.set(source.file, source)
    }
    for (const problem of problems) {
      known.delete(problem.file)
      changes.set(problem.file, problem)
    }
    for (const file of known.keys()) if (!unreadable.some((folder) => file.startsWith(folder))) changes.set(file, null)
    if (!files.some(({ file }) => file === SITE_FILE) && !problems.some(({ file }) => file === SITE_FILE))
      changes.set(SITE_FILE, { file: SITE_FILE, rule: 'missing-file', message: 'site.yaml is not a file', ...TOP })
    return changes
  }

  /** What stands at some paths now; a path that ends in `/` is a folder, whose known files are looked at. */
  look(paths: Iterable<string>): Changes {
    const changes = new Map<string, SourceFile | Problem | null>()
    this.#real = realRoot(this.#root)
    for (const file of paths) {
      const files = file.endsWith('/')
        ? this.#rows.all<Row>('SELECT path FROM files WHERE path >= ? AND path < ?', file, `${file.slice(0, -1)}0`)
        : [{ path: file }]
      for (const { path: each } of files) {
        if (!isContentPath(each)) continue
        const found = findFile(this.#real, each)
        // A link to a folder is no file that is read, but it is told of.
        const isTold = isRead(each) || (found !== null && 'rule' in found) || this.#row(each) !== undefined
        if (isTold) changes.set(each, found)
      }
    }
    return changes
  }

  /**
   * Takes changes into the catalog, in one transaction.
   * @param now milliseconds since the epoch
   * @param held those files that have been parsed already, by path
   * @returns the keys of everything whose answer changed
   */
  apply(changes: Changes, now: number, held = new Map<string, ParsedFile>()): Set<string> {
    return this.#commit(now, () => {
      const touched = this.#read(changes, held)
      this.#recheck(changes.keys(), touched, held, now)
    })
  }

  /** Publishes what is due, and lets go what is no longer recent. @returns the keys of everything whose answer changed */
  tick(now: number, recentSpan: number): Set<string> {
    const since = Number(this.meta('recent') ?? now - recentSpan)
    return this.#commit(now, () => {
      this.#shelf.articles.release()
      // Whoever links to something that was to come may do so from now on.
      const again = this.#rows.all<Row>('SELECT path FROM files WHERE again <= ?', now).map((row) => row.path)
      this.#rows.run('UPDATE files SET again = NULL WHERE again <= ?', now)
      this.#recheck(again, new Set(), new Map(), now)
      this.#shelf.articles.ageRecent(since, now - recentSpan)
      this.setMeta('recent', String(now - recentSpan))
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
      this.#named.clear()
      this.#names.refresh()
      throw error
    }
  }

  /**
   * Reads a folder of which most is unknown, batch by batch and newest first, so that there is soon something to serve.
   * Yields after each batch, when it is there for readers.
   */
  async *fill(changes: Changes, now: number, progress: Progress): AsyncGenerator<void> {
    const files = this.#enrol(changes)
    this.#bulk = true
    this.#names.trust(true)
    const isArticle = (file: string) => file.startsWith('articles/')
    const isMedia = (file: string) => file.startsWith('media/')
    const small = files.filter(({ file }) => !isArticle(file) && !isMedia(file))
    const articles = files.filter(({ file }) => isArticle(file)).sort(newestFirst)
    let done = 0
    const take = (batch: Changes, held?: Map<string, ParsedFile>) => {
      this.apply(batch, now, held)
      done += batch.size
      progress(done, changes.size)
    }
    const sources = (batch: readonly SourceFile[]) => new Map(batch.map((each) => [each.file, each]))
    // What an earlier filling read that was not finished may be gone.
    const others = Array.from(changes).filter(([, source]) => source === null || 'rule' in source)
    yield take(new Map([...others, ...sources(small)]))
    const batches = batchesOf(articles)
    let at = 0
    for await (const held of readAhead(batches)) yield take(sources(batches[at++] ?? []), held)
    for (const batch of batchesOf(files.filter(({ file }) => isMedia(file)))) yield take(sources(batch))
    this.#bulk = false
    const doubtful = this.#names.trust(false)
    this.#commit(now, () => {
      for (const { slug } of this.#hidden(now)) doubtful.add(`articles/${slug}`)
      for (const { slug } of this.#contested()) doubtful.add(`aliases/${slug}`)
      const some = this.#rows.all<Row>(
        "SELECT path FROM files WHERE broken = 1 OR kind NOT IN ('articles', 'media', 'none')",
      )
      this.#recheck(
        some.map((row) => row.path),
        doubtful,
        new Map(),
        now,
        { proves: true },
      )
      this.setMeta('complete', String(now))
    })
    yield
  }

  /** Articles that no reader may follow a link to yet. */
  #hidden(now: number): Row[] {
    return this.#rows.all<Row>(
      `SELECT slug FROM files WHERE kind = 'articles'
       AND (facts ->> 'status' = 'draft' OR facts -> 'published' ->> 'ms' > ?)`,
      now,
    )
  }

  /** Aliases that several articles have, or that are the slug of one. */
  #contested(): Pick<Row, 'slug'>[] {
    return this.#rows.all<Row>(
      `SELECT alias AS slug FROM aliases GROUP BY alias HAVING count(*) > 1
       UNION SELECT alias FROM aliases JOIN files ON kind = 'articles' AND files.slug = alias`,
    )
  }

  /** Enters the names of files before any of them is read. @returns those that can be */
  #enrol(changes: Changes): SourceFile[] {
    const files: SourceFile[] = []
    this.#rows.transaction(() => {
      for (const [file, source] of changes) {
        if (source === null || 'rule' in source) continue
        files.push(source)
        const { kind, slug } = nameOf(file)
        this.#rows.run('INSERT OR IGNORE INTO files(path, kind, slug) VALUES (?, ?, ?)', file, kind, slug)
      }
    })
    return files
  }

  /** Reads changed files and enters what they claim. @returns the names that others may have asked for */
  #read(changes: Changes, held: Map<string, ParsedFile>): Set<string> {
    const touched = new Set<string>()
    for (const [file, source] of changes) {
      const row = this.#row(file)
      const before = row === undefined || row.facts === null ? null : (JSON.parse(row.facts) as Facts)
      const { kind, slug } = nameOf(file)
      let facts: Facts = {}

      if (row !== undefined && (source === null || 'rule' in source || row.kind === 'none'))
        this.#rows.run('DELETE FROM files WHERE path = ?', file)
      if (source === null || 'rule' in source) {
        if (source !== null) this.#enterProblem(source)
      } else if (kind === 'media') {
        this.#rows.run(
          'INSERT INTO files(path, kind, slug, stamp) VALUES (?, ?, ?, ?) ON CONFLICT(path) DO UPDATE SET stamp = excluded.stamp',
          file,
          kind,
          slug,
          source.stamp,
        )
      } else {
        const parsed = held.get(file) ?? readContentFile(source)
        if (parsed === null) continue
        if (held.size < MOST_HELD) held.set(file, parsed)
        // While site.yaml cannot be read, what it listed before still holds.
        facts = kind === 'site' ? { ...before, ...factsOf(parsed) } : factsOf(parsed)
        this.#rows.run(
          `INSERT INTO files(path, kind, slug, stamp, facts) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT(path) DO UPDATE SET stamp = excluded.stamp, facts = excluded.facts`,
          file,
          kind,
          slug,
          source.stamp,
          JSON.stringify(facts),
        )
      }
      if (kind === 'media') this.#media.renew(slug)
      this.#claim(file, slug, before ?? {}, facts)
      const was = row === undefined || row.kind === 'none' ? null : (before ?? {})
      const is = source === null || 'rule' in source ? null : facts
      for (const name of changedNames(kind, slug, was, is)) touched.add(name)
    }
    this.#countTopics()
    this.#names.refresh()
    return touched
  }

  #row(file: string): Row | undefined {
    return this.#rows.get<Row>('SELECT id, path, kind, slug, stamp, facts, broken FROM files WHERE path = ?', file)
  }

  /** Enters a file that may not be read: nobody can refer to it. */
  #enterProblem(problem: Problem): void {
    this.#rows.run(
      "INSERT INTO files(path, kind, slug, stamp, problems, broken) VALUES (?, 'none', ?, '', ?, 1)",
      problem.file,
      problem.file,
      JSON.stringify([problem]),
    )
  }

  /** Enters the aliases and topics that a file names, in place of those it named before. */
  #claim(file: string, slug: string, before: Facts, after: Facts): void {
    if (String(before.aliases ?? []) !== String(after.aliases ?? [])) {
      this.#rows.run('DELETE FROM aliases WHERE path = ?', file)
      for (const alias of after.aliases ?? [])
        this.#rows.run('INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)', alias, file, slug)
    }
    for (const topic of new Set(before.topics)) this.#named.set(topic, (this.#named.get(topic) ?? 0) - 1)
    for (const topic of new Set(after.topics)) this.#named.set(topic, (this.#named.get(topic) ?? 0) + 1)
  }

  /** Enters how many more articles name each topic. */
  #countTopics(): void {
    for (const [topic, more] of this.#named) {
      if (more === 0) continue
      const sql = 'INSERT INTO topics VALUES (?, ?) ON CONFLICT(slug) DO UPDATE SET files = files + excluded.files'
      this.#rows.run(sql, topic, more)
    }
    this.#named.clear()
  }

  /** Checks changed files, and those that asked for a name that changed; then settles what is published of each. */
  #recheck(
    paths: Iterable<string>,
    touched: ReadonlySet<string>,
    held: Map<string, ParsedFile>,
    now: number,
    { proves = false } = {},
  ): void {
    const settle = new Map<string, { kind: Kind; slug: string }>()
    const later = (kind: string, slug: string) => {
      if (kind !== 'media' && kind !== 'none') settle.set(`${kind}/${slug}`, { kind: kind as Kind, slug })
    }
    const toCheck = new Map<string, Row>()
    for (const file of paths) {
      const { kind, slug } = nameOf(file)
      later(kind, slug)
      const row = this.#row(file)
      if (row !== undefined && row.kind !== 'media' && row.kind !== 'none') toCheck.set(file, row)
    }
    if (!this.#bulk) {
      for (const name of touched) for (const row of this.#whoAsked(name)) toCheck.set(row.path, row)
    }
    for (const row of toCheck.values()) {
      const file = held.get(row.path) ?? this.#parse(row.path)
      if (file === null) continue
      this.#names.takeAsked()
      this.#names.takeAgain()
      const problems = checkFile(file, this.#names, now)
      const broken = problems.some(isError) || file.complete === null
      this.#rows.run(
        'UPDATE files SET problems = ?, broken = ?, again = ? WHERE id = ?',
        problems.length === 0 ? null : JSON.stringify(problems),
        broken ? 1 : 0,
        this.#names.takeAgain(),
        row.id,
      )
      this.#rows.run(
        'INSERT OR IGNORE INTO mentions SELECT value, ? FROM json_each(?)',
        row.id,
        `[${Array.from(this.#names.takeAsked(), hash).join()}]`,
      )
      if (held.size < MOST_HELD || held.has(row.path)) held.set(row.path, file)
      if (broken === (row.broken === 1)) continue
      later(row.kind, row.slug)
      // It was published on trust, and never was good.
      const { kind, slug } = row as { kind: Kind; slug: string }
      if (proves && broken && kind !== 'site' && this.#shelf.holder(kind, slug) === row.path)
        this.#shelf.remove(kind, slug)
    }
    if (!this.#publishes) return
    for (const { kind, slug } of settle.values()) if (kind === 'sections') this.#settle(kind, slug, held)
    for (const { kind, slug } of settle.values()) if (kind !== 'sections') this.#settle(kind, slug, held)
  }

  /** The files that asked for a name when they were checked; of those that a better guess may help, some. */
  #whoAsked(name: string): Row[] {
    const sql = 'SELECT files.* FROM mentions JOIN files ON files.id = mentions.file WHERE mentions.name = ?'
    return name.startsWith(nearName(''))
      ? this.#rows.all<Row>(`${sql} AND broken = 1 LIMIT ?`, hash(name), MOST_GUESSES)
      : this.#rows.all<Row>(sql, hash(name))
  }

  /** Reads a file again; null for one that is gone meanwhile, which the next change will tell of. */
  #parse(file: string): ParsedFile | null {
    const source = findFile(this.#real, file)
    return source === null || 'rule' in source ? null : readContentFile(source)
  }

  /**
   * Decides what is published under a name: its good file, or, while its file is broken, what that last was when it was
   * good. A published file that another one has come to collide with is broken too, and keeps its place.
   */
  #settle(kind: Kind, slug: string, held: ReadonlyMap<string, ParsedFile>): void {
    const files = this.#rows.all<Row>(
      'SELECT path, broken, facts FROM files WHERE kind = ? AND slug = ? ORDER BY path',
      kind,
      slug,
    )
    const holder = this.#shelf.holder(kind, slug)
    // Also one that may not be read any more, which has no name of its own.
    if (holder !== null && this.#row(holder)?.broken === 1) return
    if (files.length === 0) {
      // Without a publication there is nothing to show: the last one stays.
      if (kind !== 'site') this.#shelf.remove(kind, slug)
      return
    }
    const good = files.findLast(({ broken, facts }) => broken === 0 && facts !== null)?.path
    if (good === undefined) return
    const parsed = held.get(good) ?? this.#parse(good)
    if (parsed?.complete) this.#shelf.put(kind, good, toEntry(parsed as never, parsed.complete as never) as never)
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
    const moments = [this.#shelf.articles.nextRelease(), again?.at ?? null, aging === null ? null : aging + recentSpan]
    const due = moments.filter((moment) => moment !== null)
    return due.length === 0 ? null : Math.min(...due)
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

const SITE_FILE = 'site.yaml'

const isRead = (file: string): boolean => file.startsWith('media/') || kindOf(file) !== null

function nameOf(file: string): { kind: string; slug: string } {
  if (file.startsWith('media/')) return { kind: 'media', slug: `/${file}` }
  return kindOf(file) ?? { kind: 'none', slug: file }
}

/** A whole number of 48 bits for a name. That two names share one only has a file checked without need. */
const hash = (name: string): number => cryptoHash('sha1', name, 'buffer').readUIntBE(0, 6)

/** By the dates that folders are named for, which costs no reading. */
const newestFirst = (a: SourceFile, b: SourceFile): number => (a.file < b.file ? 1 : -1)

/** Cuts a list of files into batches, bounded in number and in bytes. */
function batchesOf(files: readonly SourceFile[]): SourceFile[][] {
  const batches: SourceFile[][] = []
  let batch: SourceFile[] = []
  let bytes = 0
  for (const file of files) {
    const most = batches.length === 0 ? FIRST_BATCH : BATCH
    if (batch.length === most || (batch.length > 0 && bytes + file.size > BATCH_BYTES)) {
      batches.push(batch)
      batch = []
      bytes = 0
    }
    batch.push(file)
    bytes += file.size
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}
