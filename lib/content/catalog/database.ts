import { mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
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
const CACHE_WHILE_FILLING = -48_000

/** How a connection writes while a catalog is made: a crash of the machine has it made again. */
export const FILLING = `PRAGMA synchronous = OFF; PRAGMA cache_size = ${CACHE_WHILE_FILLING};`
/** How it does afterwards. A crash of the machine may lose the last changes, which are in the content folder. */
export const KEEPING = `PRAGMA synchronous = NORMAL; PRAGMA cache_size = ${CACHE}; PRAGMA shrink_memory;`

const fingerprint = ({ root, drafts }: Origin): string => JSON.stringify({ version: VERSION, root, drafts })

/** Where the catalog of a data folder lies: the one with drafts in it is never the one that readers are served from. */
export const catalogFile = (dataDir: string, { drafts }: Pick<Origin, 'drafts'>): string =>
  path.join(/* turbopackIgnore: true */ dataDir, drafts ? 'catalog-drafts.db' : 'catalog.db')

/**
 * Opens a catalog to write to, or makes an empty one where there is none that can be used.
 * @returns the connection, and why it was made anew: null for one that can go on
 */
export function openToWrite(file: string, origin: Origin): { database: DatabaseSync; remade: string | null } {
  mkdirSync(/* turbopackIgnore: true */ path.dirname(file), { recursive: true })
  const wrong = file === ':memory:' ? 'it is new' : unusable(file, origin)
  if (wrong === null) return { database: connect(file), remade: null }
  removeCatalog(file)
  const database = connect(file)
  database.exec('BEGIN IMMEDIATE')
  database.exec(SCHEMA)
  database.prepare("INSERT INTO meta VALUES ('origin', ?), ('revision', '0')").run(fingerprint(origin))
  database.exec('COMMIT')
  return { database, remade: wrong }
}

function unusable(file: string, origin: Origin): string | null {
  if (statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false }) === undefined) return 'there was none'
  let database: DatabaseSync | undefined
  try {
    database = connect(file)
    // Reads the head and a few pages of each table; damage further in shows when it is met.
    const found = database.prepare("SELECT value FROM meta WHERE name = 'origin'").get() as { value: string }
    for (const table of ['files', 'articles', 'texts', 'listed', 'entries'])
      database.prepare(`SELECT * FROM ${table} LIMIT 1`).get()
    return found.value === fingerprint(origin) ? null : 'it was made by another version or from another folder'
  } catch (error) {
    return `it is damaged (${(error as Error).message})`
  } finally {
    database?.close()
  }
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000 })
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

/** Opens a catalog for questions. @throws when there is none */
export function openToRead(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  database.exec(`PRAGMA cache_size = ${CACHE}; PRAGMA query_only = ON;`)
  return database
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
