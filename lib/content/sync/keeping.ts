import type { Problem } from '../problems.ts'
import type { Log } from './log.ts'

export interface KeeperOptions {
  /** The content folder. */
  readonly root: string
  readonly dataDir: string
  /** Whether drafts and scheduled stories are published, as they are while writing. */
  readonly drafts: boolean
  /** Milliseconds between two pulls of the checkout; null for none. */
  readonly poll: number | null
}

/** What has changed in the catalog. */
export interface Change {
  /** The keys whose answers are others now; null when that may be all of them. */
  readonly keys: ReadonlySet<string> | null
  /** Counts the changes of this catalog. */
  readonly revision: number
  /** From when the change was seen to when it was there for readers; null where nothing was published. */
  readonly milliseconds: number | null
}

/** Whom the keeper tells. */
export interface KeeperEvents {
  readonly log: Log
  /** There is a catalog to read in this file; `complete` when everything is in it. It may follow another one. */
  opened(file: string, complete: boolean): void
  changed(change: Change): void
  /** Files read so far, of how many, while a catalog is made. */
  progress(done: number, total: number): void
}

/** What a publish by pulling came to. */
export interface Published {
  readonly from: string
  readonly commit: string
  /** Paths in the content folder. */
  readonly changed: readonly string[]
  /** What is wrong with the changed files. */
  readonly problems: readonly Problem[]
  readonly milliseconds: number
}
