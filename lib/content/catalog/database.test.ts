import { statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { dataFolder } from '#tests/fixtures/store.ts'
import { Connection } from './connection.ts'
import { catalogFile, emptyLog, identityOf, openToRead, openToWrite, removeCatalog } from './database.ts'

const ORIGIN = { root: '/content', drafts: false }

async function emptyFolder() {
  const folder = await dataFolder()
  const file = catalogFile(folder, ORIGIN)
  return { folder, file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

/** Opens a catalog and closes it. @returns why it was made anew */
function reopen(file: string, origin = ORIGIN): string | null {
  const { database, remade } = openToWrite(file, origin)
  database.close()
  return remade
}

test('a catalog is made where there is none, and used again', async () => {
  await using data = await emptyFolder()
  expect([reopen(data.file), reopen(data.file)]).toEqual(['there was none', null])
})

test('one of another folder, or of another sort, is made anew', async () => {
  await using data = await emptyFolder()
  reopen(data.file)
  const why = 'it was made by another version or from another folder'
  expect(reopen(data.file, { ...ORIGIN, root: '/elsewhere' })).toBe(why)
  expect(reopen(data.file, { root: '/elsewhere', drafts: true })).toBe(why)
})

test('a file that is no catalog is made anew', async () => {
  await using data = await emptyFolder()
  await writeFile(data.file, 'noise '.repeat(1000))
  expect(reopen(data.file)).toMatch(/^it is damaged \(.*not a database\)$/)
  expect(reopen(data.file)).toBeNull()
})

test('drafts are kept in a file of their own', () => {
  expect(catalogFile('/data', { drafts: true })).not.toBe(catalogFile('/data', { drafts: false }))
})

test('a catalog opened for questions cannot be written to, and there must be one', async () => {
  await using data = await emptyFolder()
  expect(() => openToRead(data.file)).toThrow('unable to open')
  reopen(data.file)
  using reader = openToRead(data.file)
  expect(() => reader.exec("INSERT INTO meta VALUES ('a', 'b')")).toThrow('readonly')
})

test('a catalog that was removed or replaced has another identity', async () => {
  await using data = await emptyFolder()
  expect(identityOf(data.file)).toBeNull()
  reopen(data.file)
  const before = identityOf(data.file)
  expect([before === null, identityOf(data.file) === before]).toEqual([false, true])
  reopen(`${data.file}.next`)
  await rename(`${data.file}.next`, data.file)
  expect(identityOf(data.file)).not.toBe(before)
  removeCatalog(data.file)
  expect(identityOf(data.file)).toBeNull()
})

test('a large log is emptied while another connection reads, a small one is left', async () => {
  await using data = await emptyFolder()
  const rows = new Connection(openToWrite(data.file, ORIGIN).database)
  using reader = openToRead(data.file)
  const size = () => statSync(`${data.file}-wal`).size
  const write = (megabytes: number) =>
    rows.run("INSERT INTO texts(rest, body) VALUES ('', zeroblob(?))", megabytes * 1024 * 1024)
  rows.exec('PRAGMA wal_autocheckpoint = 0')
  write(2)
  emptyLog(rows, data.file)
  expect(size()).toBeGreaterThan(2 * 1024 * 1024)
  write(16)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM texts').get()
  // It is in use, so it stays for now.
  emptyLog(rows, data.file)
  expect(size()).toBeGreaterThan(16 * 1024 * 1024)
  reader.exec('COMMIT')
  emptyLog(rows, data.file)
  expect([size(), reader.prepare('SELECT count(*) AS texts FROM texts').get()]).toEqual([0, { texts: 2 }])
  rows.close()
})
