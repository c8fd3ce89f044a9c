import type { Connection } from '../catalog/connection.ts'
import type { Problem } from '../problems.ts'
import { type ParsedFile, readContentFile } from '../source/read.ts'
import { type Change, type Changes, isThere, nameOf } from './changes.ts'
import { changedNames, type Facts, factsOf } from './facts.ts'
import type { MediaShelf } from './media.ts'

/** A file as it was last seen. */
export interface Entered {
  readonly id: number
  readonly path: string
  readonly kind: string
  readonly slug: string
  readonly stamp: string | null
  readonly facts: string | null
  readonly broken: number
}

/** Parsed files that are kept between being read and being checked; of a larger change, the rest is read twice. */
export const MOST_HELD = 3000

/** Names that are entered with one statement. */
const ENROLLED_AT_ONCE = 5000

/** The files of the content folder as they were last seen, and what each of them claims to be. */
export class Register {
  readonly #rows: Connection
  readonly #media: MediaShelf
  /** By topic, how many more articles name it than is entered. */
  readonly #named = new Map<string, number>()

  constructor(rows: Connection, media: MediaShelf) {
    this.#rows = rows
    this.#media = media
  }

  row(file: string): Entered | undefined {
    const sql = 'SELECT id, path, kind, slug, stamp, facts, broken FROM files WHERE path = ?'
    return this.#rows.get<Entered>(sql, file)
  }

  /** Forgets what was not committed. */
  forget(): void {
    this.#named.clear()
  }

  /** Enters the names of files before any of them is read. */
  enrol(paths: readonly string[]): void {
    const sql = `INSERT OR IGNORE INTO files(path, kind, slug)
      SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`
    for (let at = 0; at < paths.length; at += ENROLLED_AT_ONCE) {
      const some = paths.slice(at, at + ENROLLED_AT_ONCE).map((path) => {
        const { kind, slug } = nameOf(path)
        return [path, kind, slug]
      })
      this.#rows.run(sql, JSON.stringify(some))
    }
  }

  /**
   * Reads changed files and enters what they claim.
   * @param held those files that have been parsed already, by path; more are added
   * @returns the names that others may have asked for
   */
  read(changes: Changes, held: Map<string, ParsedFile>): Set<string> {
    const touched = new Set<string>()
    for (const [file, change] of changes) {
      const row = this.row(file)
      const before = row === undefined || row.facts === null ? null : (JSON.parse(row.facts) as Facts)
      const { kind, slug } = nameOf(file)
      if (row !== undefined && (!isThere(change) || row.kind === 'none'))
        this.#rows.run('DELETE FROM files WHERE path = ?', file)
      const facts = this.#enter(file, change, before, held)
      if (facts === null) continue
      if (kind === 'media') this.#media.renew(slug)
      this.#claim(file, slug, before ?? {}, facts)
      const was = row === undefined || row.kind === 'none' ? null : (before ?? {})
      for (const name of changedNames(kind, slug, was, isThere(change) ? facts : null)) touched.add(name)
    }
    this.#countTopics()
    return touched
  }

  /** @returns what the file claims, or null when it is no content */
  #enter(file: string, change: Change, before: Facts | null, held: Map<string, ParsedFile>): Facts | null {
    if (!isThere(change)) {
      if (change !== null) this.#enterProblem(change)
      return {}
    }
    const { kind, slug } = nameOf(file)
    if (kind === 'media') {
      this.#rows.run(
        'INSERT INTO files(path, kind, slug, stamp) VALUES (?, ?, ?, ?) ON CONFLICT(path) DO UPDATE SET stamp = excluded.stamp',
        file,
        kind,
        slug,
        change.stamp,
      )
      return {}
    }
    const parsed = held.get(file) ?? readContentFile(change)
    if (parsed === null) return null
    if (held.size < MOST_HELD) held.set(file, parsed)
    // While site.yaml cannot be read, what it listed before still holds.
    const facts = kind === 'site' ? { ...before, ...factsOf(parsed) } : factsOf(parsed)
    this.#rows.run(
      `INSERT INTO files(path, kind, slug, stamp, facts) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT(path) DO UPDATE SET stamp = excluded.stamp, facts = excluded.facts`,
      file,
      kind,
      slug,
      change.stamp,
      JSON.stringify(facts),
    )
    return facts
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
}
