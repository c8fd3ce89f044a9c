import { mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDamage } from './connection.ts'
import { SCHEMA, VERSION } from './schema.ts'

/** What a catalog is made from. One made from anything else is of no use. */
export interface Origin {
  /** The content folder. */
  readonly root: string
  /** Whether drafts and scheduled stories are in its lists. */
  readonly drafts: boolean
}

/** Kilobytes of the file that a connection keeps in memory, as SQLite takes it: negative. The system keeps the rest. */
const CACHE = -6_000
const CACHE_WHILE_FILLING = -16_000

/** How a connection writes while a catalog is made: a crash of the machine has it made again. */
export const FILLING = `
  PRAGMA synchronous = OFF; PRAGMA cache_size = ${CACHE_WHILE_FILLING}; PRAGMA wal_autocheckpoint = 4000;
`
/**
 * How it does afterwards. A crash of the machine may lose the last changes, which are in the content folder. No change
 * waits for the disk: the log is written back by `TIDYING`, when nothing else is to do.
 */
export const KEEPING = `
  PRAGMA synchronous = NORMAL; PRAGMA cache_size = ${CACHE}; PRAGMA wal_autocheckpoint = 0; PRAGMA shrink_memory;
`
export const TIDYING = 'PRAGMA wal_checkpoint(PASSIVE)'

/** How long a connection waits for others, in milliseconds; and how long it does so to empty the log. */
const PATIENCE = 10_000
const SHORT_PATIENCE = 500

/** Bytes of a write-ahead log that are enough to empty it. */
const LARGE_LOG = 16 * 1024 * 1024

/** What a catalog says of itself, to be compared. */
export const fingerprint = ({ root, drafts }: Origin): string => JSON.stringify({ version: VERSION, root, drafts })

/** Where the catalog of a data folder lies: the one with drafts in it is never the one that readers are served from. */
export const catalogFile = (dataDir: string, { drafts }: Pick<Origin, 'drafts'>): string =>
  path.join(/* turbopackIgnore: true */ dataDir, drafts ? 'catalog-drafts.db' : 'catalog.db')

/**
 * Opens a catalog to write to, or makes an empty one where there is none that can be used.
 * @returns the connection, and why it was made anew: null for one that can go on
 * @throws when there is no room for it, or the folder cannot be written to; one that is there stays
 */
export function openToWrite(file: string, origin: Origin): { database: DatabaseSync; remade: string | null } {
  mkdirSync(/* turbopackIgnore: true */ path.dirname(file), { recursive: true })
  const wrong = file === ':memory:' ? 'it is new' : unusable(file, origin)
  if (wrong === null) return { database: connect(file), remade: null }
  removeCatalog(file)
  const database = connect(file)
  try {
    database.exec('BEGIN IMMEDIATE')
    database.exec(SCHEMA)
    database.prepare("INSERT INTO meta VALUES ('origin', ?), ('revision', '0')").run(fingerprint(origin))
    database.exec('COMMIT')
    return { database, remade: wrong }
  } catch (error) {
    database.close()
    throw error
  }
}

/** Among others, what SQLite says of a table that is not there. */
const NO_TABLE = 1

/** @throws when that cannot be told now, as on a full disk */
function unusable(file: string, origin: Origin): string | null {
  if (statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false }) === undefined) return 'there was none'
  let database: DatabaseSync | undefined
  try {
    database = connect(file)
    // Reads the head and a few pages of each table; damage further in shows when it is met.
    const found = database.prepare("SELECT value FROM meta WHERE name = 'origin'").get() as
      | { value: string }
      | undefined
    for (const table of ['files', 'articles', 'texts', 'listed', 'entries'])
      database.prepare(`SELECT * FROM ${table} LIMIT 1`).get()
    return found?.value === fingerprint(origin) ? null : 'it was made by another version or from another folder'
  } catch (error) {
    const { errcode, message } = error as Error & { errcode?: number }
    if (errcode !== NO_TABLE && !isDamage(error)) throw error
    return `it is damaged (${message})`
  } finally {
    database?.close()
  }
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: PATIENCE })
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA temp_store = MEMORY;
      PRAGMA journal_size_limit = 67108864;
      ${KEEPING}
    `)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens a catalog for questions. @throws when there is none, or it is damaged */
export function openToRead(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE })
  try {
    database.exec(`PRAGMA cache_size = ${CACHE}; PRAGMA query_only = ON;`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Empties the write-ahead log of a catalog when it has grown large. SQLite does so by itself only when nobody reads at
 * the moment of a commit, which on a busy site may never be; here those who read now are waited for, but not for long.
 * @see https://www.sqlite.org/wal.html#avoiding_excessively_large_wal_files
 */
export function emptyLog(connection: { exec(sql: string): void }, file: string): void {
  const log = statSync(/* turbopackIgnore: true */ `${file}-wal`, { throwIfNoEntry: false })
  if (log === undefined || log.size < LARGE_LOG) return
  connection.exec(`PRAGMA busy_timeout = ${SHORT_PATIENCE}; PRAGMA wal_checkpoint(TRUNCATE);`)
  connection.exec(`PRAGMA busy_timeout = ${PATIENCE}`)
}

/** Removes a catalog with what SQLite keeps beside it. Connections that are open go on with what they had. */
export function removeCatalog(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(/* turbopackIgnore: true */ file + end, { force: true })
}

/** Which file stands under a name now: changes when it is replaced; null when there is none. */
export function identityOf(file: string): string | null {
  const found = statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false, bigint: true })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}
