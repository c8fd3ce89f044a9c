import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A catalog that no other process writes to while this is held. */
export interface Claim {
  readonly file: string
  release(): void
}

/** Processes on one data folder at a time: an old one that finishes beside its successor, and some more. */
const MOST = 16

/**
 * Claims the catalog of a data folder. Where another process has it, as when a new one starts before the old one has
 * ended, the next of `catalog-2.db`, `catalog-3.db` … is this one's.
 * @throws when all are taken, or the folder cannot be written to
 */
export function claimCatalog(file: string): Claim {
  mkdirSync(path.dirname(file), { recursive: true })
  const { dir, name, ext } = path.parse(file)
  for (let number = 1; number <= MOST; number++) {
    const candidate = number === 1 ? file : path.join(dir, `${name}-${number}${ext}`)
    // The system frees it when the process ends, however that happens.
    const lock = new DatabaseSync(`${candidate}.lock`)
    try {
      lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
      return { file: candidate, release: () => lock.close() }
    } catch (error) {
      lock.close()
      if (!isTaken(error)) throw error
    }
  }
  throw new Error(`${MOST} processes use ${dir} already. Set DATA_DIR to another folder.`)
}

/**
 * Whether a process has claimed this catalog, of which nothing is kept by asking.
 * @throws when the lock cannot be looked at
 */
export function isClaimed(file: string): boolean {
  if (!existsSync(`${file}.lock`)) return false
  const lock = new DatabaseSync(`${file}.lock`)
  try {
    lock.exec('BEGIN EXCLUSIVE; ROLLBACK')
    return false
  } catch (error) {
    if (!isTaken(error)) throw error
    return true
  } finally {
    lock.close()
  }
}

const isTaken = (error: unknown): boolean => /locked|busy/i.test((error as Error).message)
