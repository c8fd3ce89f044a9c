import type { NewsletterSettings } from '../settings.ts'
import { migrate } from './migrate.ts'
import type { Repository } from './repository.ts'
import type { Engine } from './sql.ts'
import { SqlRepository } from './sql-repository.ts'
import { openSqlite } from './sqlite.ts'

/**
 * Opens what is kept of newsletters, and brings it to this version: in PostgreSQL where `databaseUrl` says so, else in
 * the SQLite file, which is made when there is none.
 * @throws when it cannot be opened, or a newer version has made it
 */
export async function openRepository({
  file,
  databaseUrl,
}: Pick<NewsletterSettings, 'file' | 'databaseUrl'>): Promise<Repository> {
  return repositoryOn(databaseUrl === null ? await openSqlite(file) : await openServer(databaseUrl))
}

/** @throws after closing it, when its migrations cannot be run */
export async function repositoryOn(engine: Engine): Promise<Repository> {
  try {
    await migrate(engine)
    return new SqlRepository(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** The driver is loaded by those who need it. */
async function openServer(databaseUrl: string): Promise<Engine> {
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(databaseUrl)
}
