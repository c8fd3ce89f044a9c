import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate, migrationsOf } from './migrate.ts'
import { openSqlite } from './sqlite.ts'

/** An empty database, and a folder of migrations of its own. */
async function fresh() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'migrations-'))
  await cp(migrationsOf('sqlite'), path.join(folder, 'sql'), { recursive: true })
  const engine = await openSqlite(path.join(folder, 'newsletters.db'))
  return {
    engine,
    migrations: path.join(folder, 'sql'),
    add: (name: string, sql: string) => writeFile(path.join(folder, 'sql', name), sql),
    tables: async () =>
      (await engine.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")).map(
        ({ name }) => name,
      ),
    async [Symbol.asyncDispose]() {
      await engine.close()
      await rm(folder, { recursive: true })
    },
  }
}

test('each migration is run once, in order, and noted', async () => {
  await using store = await fresh()
  await store.add('0003-notes.sql', 'CREATE TABLE notes (a TEXT);')
  await store.add('0004-more.sql', "INSERT INTO notes VALUES ('once');")
  await migrate(store.engine, store.migrations)
  await migrate(store.engine, store.migrations)
  expect(await store.engine.all('SELECT * FROM notes')).toEqual([{ a: 'once' }])
  expect(await store.engine.all('SELECT * FROM migrations')).toEqual([
    { number: 1, name: '0001-start.sql' },
    { number: 2, name: '0002-stopped.sql' },
    { number: 3, name: '0003-notes.sql' },
    { number: 4, name: '0004-more.sql' },
  ])
})

test('a migration that fails leaves the store as it was', async () => {
  await using store = await fresh()
  await store.add('0003-wrong.sql', 'CREATE TABLE half (a TEXT); INSERT INTO nowhere VALUES (1);')
  await expect(migrate(store.engine, store.migrations)).rejects.toThrow(/nowhere/)
  expect(await store.tables()).toContain('subscribers')
  expect(await store.tables()).not.toContain('half')
  await store.add('0003-wrong.sql', 'CREATE TABLE half (a TEXT);')
  await migrate(store.engine, store.migrations)
  expect(await store.tables()).toContain('half')
})

test('a store that a newer version has made is refused', async () => {
  await using store = await fresh()
  await store.add('0003-notes.sql', 'CREATE TABLE notes (a TEXT);')
  await migrate(store.engine, store.migrations)
  await expect(migrate(store.engine)).rejects.toThrow(
    'The store of newsletters was made by a newer version of Broadsheet: it has had migration 3, this version knows 2.',
  )
})

test('migrations are numbered without a gap, alike for both engines', async () => {
  const [sqlite, postgres] = [await readdir(migrationsOf('sqlite')), await readdir(migrationsOf('postgres'))]
  expect(sqlite.toSorted()).toEqual(postgres.toSorted())
  const numbers = sqlite.toSorted().map((name) => Number(name.slice(0, 4)))
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
})
