import { hash as cryptoHash } from 'node:crypto'
import type { Connection } from '../catalog/connection.ts'
import { toEntry } from '../catalog/entries.ts'
import type { Shelf } from '../catalog/shelf.ts'
import { isError } from '../problems.ts'
import { checkFile } from '../rules/check.ts'
import { findFile } from '../source/files.ts'
import { type Kind, type ParsedFile, readContentFile } from '../source/read.ts'
import { isThere, nameOf } from './changes.ts'
import { nearName } from './facts.ts'
import type { FolderNames } from './names.ts'
import { type Entered, MOST_HELD, type Register } from './register.ts'

/** Broken files whose suggestions are renewed when a name comes or goes, so that a thousand dead links slow nobody down. */
const MOST_GUESSES = 200

export interface SettlementOptions {
  readonly rows: Connection
  readonly register: Register
  readonly names: FolderNames
  readonly shelf: Shelf
  /** Whether anything is published. */
  readonly publishes: boolean
}

/** A round of checks after a change. */
export interface Round {
  /** The files that changed. */
  readonly paths: Iterable<string>
  /** The names whose answers changed: who asked for one is checked again. */
  readonly touched: ReadonlySet<string>
  /** Files that have been parsed already, by path; more are added. */
  readonly held: Map<string, ParsedFile>
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Whether what was published on trust is taken back when it proves wrong. */
  readonly proves?: boolean
}

/** Checks files, and decides what is published of each. */
export class Settlement {
  readonly #options: SettlementOptions
  /** Where the content folder really is. */
  real: string
  /** Whether most files have not been read yet, so that nobody who asked for a name is checked again. */
  bulk = false

  constructor(root: string, options: SettlementOptions) {
    this.real = root
    this.#options = options
  }

  /** Checks changed files, and those that asked for a name that changed; then settles what is published of each. */
  settle({ paths, touched, held, now, proves = false }: Round): void {
    const { register, shelf, publishes } = this.#options
    const concerned = new Map<string, { kind: Kind; slug: string }>()
    const concern = (kind: string, slug: string) => {
      if (kind !== 'media' && kind !== 'none') concerned.set(`${kind}/${slug}`, { kind: kind as Kind, slug })
    }
    const toCheck = new Map<string, Entered>()
    for (const file of paths) {
      const { kind, slug } = nameOf(file)
      concern(kind, slug)
      const row = register.row(file)
      if (row !== undefined && row.kind !== 'media' && row.kind !== 'none') toCheck.set(file, row)
    }
    if (!this.bulk) for (const name of touched) for (const row of this.#whoAsked(name)) toCheck.set(row.path, row)
    for (const row of toCheck.values()) {
      const file = held.get(row.path) ?? this.#parse(row.path)
      if (file === null) continue
      const broken = this.#check(row, file, now)
      if (held.size < MOST_HELD || held.has(row.path)) held.set(row.path, file)
      if (broken === (row.broken === 1)) continue
      concern(row.kind, row.slug)
      // It was published on trust, and never was good.
      const { kind, slug } = row as { kind: Kind; slug: string }
      if (proves && broken && kind !== 'site' && shelf.holder(kind, slug) === row.path) shelf.remove(kind, slug)
    }
    if (!publishes) return
    const all = Array.from(concerned.values())
    const isSection = ({ kind }: { kind: Kind }) => kind === 'sections'
    for (const { kind, slug } of all.filter(isSection)) this.#decide(kind, slug, held)
    for (const { kind, slug } of all.filter((each) => !isSection(each))) this.#decide(kind, slug, held)
  }

  /** Checks one file, and enters what is wrong with it and what it asked for. @returns whether it is broken */
  #check(row: Entered, file: ParsedFile, now: number): boolean {
    const { rows, names } = this.#options
    names.takeAsked()
    names.takeAgain()
    const problems = checkFile(file, names, now)
    const broken = problems.some(isError) || file.complete === null
    rows.run(
      'UPDATE files SET problems = ?, broken = ?, again = ? WHERE id = ?',
      problems.length === 0 ? null : JSON.stringify(problems),
      broken ? 1 : 0,
      names.takeAgain(),
      row.id,
    )
    rows.run(
      'INSERT OR IGNORE INTO mentions SELECT value, ? FROM json_each(?)',
      row.id,
      `[${Array.from(names.takeAsked(), hash).join()}]`,
    )
    return broken
  }

  /** The files that asked for a name when they were checked; of those that a better guess may help, some. */
  #whoAsked(name: string): Entered[] {
    const { rows } = this.#options
    const sql = 'SELECT files.* FROM mentions JOIN files ON files.id = mentions.file WHERE mentions.name = ?'
    return name.startsWith(nearName(''))
      ? rows.all<Entered>(`${sql} AND broken = 1 LIMIT ?`, hash(name), MOST_GUESSES)
      : rows.all<Entered>(sql, hash(name))
  }

  /** Reads a file again; null for one that is gone meanwhile, which the next change will tell of. */
  #parse(file: string): ParsedFile | null {
    const source = findFile(this.real, file)
    return isThere(source) ? readContentFile(source) : null
  }

  /**
   * Decides what is published under a name: its good file, or, while its file is broken, what that last was when it was
   * good. A published file that another one has come to collide with is broken too, and keeps its place.
   */
  #decide(kind: Kind, slug: string, held: ReadonlyMap<string, ParsedFile>): void {
    const { rows, register, shelf } = this.#options
    const files = rows.all<Entered>(
      'SELECT path, broken, facts FROM files WHERE kind = ? AND slug = ? ORDER BY path',
      kind,
      slug,
    )
    const holder = shelf.holder(kind, slug)
    // Also one that may not be read any more, which has no name of its own.
    if (holder !== null && register.row(holder)?.broken === 1) return
    if (files.length === 0) {
      // Without a publication there is nothing to show: the last one stays.
      if (kind !== 'site') shelf.remove(kind, slug)
      return
    }
    const good = files.findLast(({ broken, facts }) => broken === 0 && facts !== null)?.path
    if (good === undefined) return
    const parsed = held.get(good) ?? this.#parse(good)
    if (parsed?.complete) shelf.put(kind, good, toEntry(parsed as never, parsed.complete as never) as never)
  }
}

/** A whole number of 48 bits for a name. That two names share one only has a file checked without need. */
const hash = (name: string): number => cryptoHash('sha1', name, 'buffer').readUIntBE(0, 6)
