import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { backup, DatabaseSync } from 'node:sqlite'
import type { NewsletterSettings } from '../settings.ts'

/** Pages that are copied at once: all of them. Nobody waits for that, and what is written meanwhile is not in it. */
const PAGES = 0x7fff_ffff

/**
 * Copies the store to another file while it is in use, as it is at one moment, and makes sure that the copy is whole.
 * @param to absolute; there must be no such file
 * @see https://www.sqlite.org/backup.html
 * @throws when there is no store, `to` is there already or cannot be written, or everything is kept in PostgreSQL
 */
export async function backUp(
  { file, databaseUrl }: Pick<NewsletterSettings, 'file' | 'databaseUrl'>,
  to: string,
): Promise<void> {
  if (databaseUrl !== null)
    throw new Error('Newsletters are kept in PostgreSQL (DATABASE_URL): make the backup with pg_dump.')
  if (await isThere(to))
    throw new Error(`There is a file ${to} already. Choose another name: a backup overwrites nothing.`)
  if (!(await isThere(file))) throw new Error(`There is nothing to back up: ${file} is missing.`)
  // Whoever looks for the backup finds a whole one or none.
  const draft = `${to}.${randomUUID()}`
  try {
    await reserve(draft)
    await copy(file, draft)
    verify(draft)
    await reserve(to)
    await rename(draft, to)
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(draft + end, { force: true })
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Makes an empty file for its owner only. @throws when somebody has made it meanwhile */
const reserve = async (file: string): Promise<void> => (await open(file, 'wx', 0o600)).close()

async function copy(file: string, to: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  try {
    await backup(source, to, { rate: PAGES })
  } finally {
    source.close()
  }
}

/** @throws when SQLite finds anything wrong, or it is no store */
function verify(file: string): void {
  const copied = new DatabaseSync(file)
  try {
    // One file is easier to keep than one with a log beside it.
    copied.exec('PRAGMA journal_mode = DELETE')
    const { integrity_check: found } = copied.prepare('PRAGMA integrity_check').get() as { integrity_check: string }
    if (found !== 'ok') throw new Error(`The backup is not whole and was thrown away: ${found}`)
    copied.prepare('SELECT count(*) FROM subscribers').get()
  } finally {
    copied.close()
  }
}
