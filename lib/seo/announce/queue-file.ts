import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Connection, isDamage } from '../../content/catalog/connection.ts'
import { removeCatalog } from '../../content/catalog/database.ts'

/** Another form of the tables needs another number: what is waiting is forgotten then. */
const VERSION = 1

const SCHEMA = `
-- Keys of the catalog that have changed, until it is found out what that means; each once, in the order of their last change.
CREATE TABLE changed(id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE ON CONFLICT REPLACE);

-- Addresses that a target is to be told of, and how often that has failed. One that changes again starts anew.
CREATE TABLE pending(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  target TEXT NOT NULL,
  href TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  UNIQUE(target, href) ON CONFLICT REPLACE
);

-- How often each target has failed in a row, and the time (milliseconds) before which it is left alone.
CREATE TABLE targets(name TEXT PRIMARY KEY, failures INTEGER NOT NULL, after INTEGER NOT NULL) WITHOUT ROWID;

-- Where each story was when it was last told of: the catalog knows nothing of one that has been deleted or has moved.
CREATE TABLE places(slug TEXT PRIMARY KEY, href TEXT NOT NULL, published INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE facts(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version = ${VERSION};
`

const BUSY = /locked|busy/i

/**
 * Opens the file of a queue, or makes one where there is none that can be used. One that turns out to be damaged is
 * removed, so that the next opening makes another.
 * @returns null when another process has it
 * @throws when there is no room for it, or the folder cannot be written to
 */
export function openQueueFile(file: string): Connection | null {
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    return connect(file)
  } catch (error) {
    if (BUSY.test((error as Error).message)) return null
    if (!isDamage(error)) throw error
    removeCatalog(file)
    return connect(file)
  }
}

function connect(file: string): Connection {
  const database = new DatabaseSync(file)
  try {
    // No other process may as much as look, and the system frees it when this one ends, however that happens. What it
    // holds is not worth that requests wait for a disk: only a crash of the machine may lose it.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;')
    database.exec('BEGIN EXCLUSIVE')
    const found = database.prepare('PRAGMA user_version').get() as { user_version: number }
    if (found.user_version !== VERSION) {
      const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      for (const { name } of tables.all()) database.exec(`DROP TABLE "${name}"`)
      database.exec(SCHEMA)
    }
    database.exec('COMMIT')
    return new Connection(database, () => removeCatalog(file))
  } catch (error) {
    database.close()
    throw error
  }
}
