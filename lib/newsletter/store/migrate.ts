import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Engine } from './sql.ts'

const NAME = /^(?<number>\d{4})-[a-z0-9-]+\.sql$/

/** Where the migrations of an engine lie. Pages are bundled, so that their own place tells nothing. */
export const migrationsOf = (dialect: Engine['dialect']): string =>
  path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/newsletter/store/migrations', dialect)

/**
 * Brings a store to the newest version: runs the numbered files that it has not had, in order, each in a transaction of
 * its own with the note that it has had it. Any number of processes may do so at once.
 * @throws for a store that a newer version of Broadsheet has made, and when a migration fails: then it is as before
 */
export async function migrate(engine: Engine, folder = migrationsOf(engine.dialect)): Promise<void> {
  const files = (await readdir(/* turbopackIgnore: true */ folder)).filter((name) => NAME.test(name)).sort()
  const newest = files.length
  let had = await engine.write(async (sql) => {
    await sql.script('CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL)')
    return hadBy(sql)
  })
  if (had > newest) {
    throw new Error(
      `The store of newsletters was made by a newer version of Broadsheet: it has had migration ${had}, this version knows ${newest}. Run the newer version, or restore a backup from before.`,
    )
  }
  while (had < newest) {
    const name = files[had] as string
    const script = await readFile(path.join(/* turbopackIgnore: true */ folder, name), 'utf8')
    had = await engine.write(async (sql) => {
      const now = await hadBy(sql)
      // Another process was faster.
      if (now !== had) return now
      await sql.script(script)
      await sql.run('INSERT INTO migrations (number, name) VALUES ($1, $2)', had + 1, name)
      return had + 1
    })
  }
}

async function hadBy(sql: Pick<Engine, 'all'>): Promise<number> {
  const [row] = await sql.all<{ number: number }>('SELECT coalesce(max(number), 0) AS number FROM migrations')
  return row?.number ?? 0
}
