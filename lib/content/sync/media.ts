import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Connection } from '../catalog/connection.ts'
import type { Shelf } from '../catalog/shelf.ts'
import { isPicture, measure, type Size } from '../source/media.ts'

/** What is known of a file under `media/`. */
export interface LookedInto {
  readonly version: string
  readonly size: Size | null
}

/** Letters of a hash that stand in addresses: 60 bits. */
const VERSION_LENGTH = 10

/** The files under `media/` as the catalog has them. Each is read once, when it is first asked about. */
export class MediaShelf {
  readonly #rows: Connection
  readonly #shelf: Shelf
  readonly #root: string

  constructor(rows: Connection, shelf: Shelf, root: string) {
    this.#rows = rows
    this.#shelf = shelf
    this.#root = root
  }

  has(src: string): boolean {
    return this.#rows.get("SELECT 1 FROM files WHERE kind = 'media' AND slug = ?", src) !== undefined
  }

  paths(): string[] {
    return this.#rows.all<{ slug: string }>("SELECT slug FROM files WHERE kind = 'media'").map(({ slug }) => slug)
  }

  /** Reads the file unless it has been read; null for one that is not there or cannot be read. */
  look(src: string): LookedInto | null {
    const known = this.#rows.get<{ version: string; width: number | null; height: number | null }>(
      'SELECT version, width, height FROM media WHERE src = ?',
      src,
    )
    if (known !== undefined) {
      const { version, width, height } = known
      return { version, size: width === null || height === null ? null : { width, height } }
    }
    if (!this.has(src)) return null
    const found = lookInto(path.join(this.#root, src.slice(1)))
    if (found !== null) this.#shelf.putMedia(src, found)
    return found
  }

  /** Reads a file anew, since it has changed or gone. */
  renew(src: string): void {
    const found = this.has(src) ? lookInto(path.join(this.#root, src.slice(1))) : null
    this.#shelf.putMedia(src, found)
  }

  /** Files that nobody has asked about yet, some at a time. */
  unread(limit: number): string[] {
    return this.#rows
      .all<{ slug: string }>(
        `SELECT slug FROM files WHERE kind = 'media' AND stamp IS NOT NULL
         AND slug NOT IN (SELECT src FROM media) LIMIT ?`,
        limit,
      )
      .map(({ slug }) => slug)
  }
}

function lookInto(absolute: string): LookedInto | null {
  try {
    const bytes = readFileSync(absolute)
    const version = createHash('sha256').update(bytes).digest('base64url').slice(0, VERSION_LENGTH)
    return { version, size: isPicture(absolute) ? measure(bytes) : null }
  } catch {
    return null
  }
}
