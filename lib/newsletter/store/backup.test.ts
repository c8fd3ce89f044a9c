import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { backUp } from './backup.ts'
import { crowd, NOW } from './contract/kept.ts'
import { openRepository } from './open.ts'

async function folder() {
  const name = await mkdtemp(path.join(os.tmpdir(), 'backup-'))
  const at = (file: string) => ({ file: path.join(name, file), databaseUrl: null })
  return { name, at, [Symbol.asyncDispose]: () => rm(name, { recursive: true, force: true }) }
}

test('a backup that is made while others write is whole and of one moment', async () => {
  await using dir = await folder()
  const repository = await openRepository(dir.at('newsletters.db'))
  const key = await repository.secret('links')
  await crowd(repository, 3_000)
  let isDone = false
  const writing = (async () => {
    for (let at = 0; !isDone; at += 1) await repository.leases.take(`lease-${at}`, 'me', NOW, NOW)
  })()
  await backUp(dir.at('newsletters.db'), path.join(dir.name, 'copy.db'))
  isDone = true
  await writing
  await repository.close()
  expect((await readdir(dir.name)).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
  expect((await stat(path.join(dir.name, 'copy.db'))).mode & 0o777).toBe(0o600)
  const copy = await openRepository(dir.at('copy.db'))
  expect(await copy.subscribers.counts(NOW)).toEqual(new Map([['morning', 3_000]]))
  expect(await copy.secret('links')).toEqual(key)
  await copy.close()
})

test('a backup overwrites nothing', async () => {
  await using dir = await folder()
  await (await openRepository(dir.at('newsletters.db'))).close()
  const to = path.join(dir.name, 'old.db')
  await writeFile(to, 'precious')
  await expect(backUp(dir.at('newsletters.db'), to)).rejects.toThrow(/a backup overwrites nothing/)
  expect((await stat(to)).size).toBe(8)
})

test('where nothing is kept there is no backup', async () => {
  await using dir = await folder()
  const to = path.join(dir.name, 'copy.db')
  await expect(backUp(dir.at('newsletters.db'), to)).rejects.toThrow(/There is nothing to back up/)
  await writeFile(path.join(dir.name, 'newsletters.db'), 'This is no database at all, and longer than its header is.')
  await expect(backUp(dir.at('newsletters.db'), to)).rejects.toThrow(/not a database/)
  expect(existsSync(to)).toBe(false)
  expect(await readdir(dir.name)).toEqual(['newsletters.db'])
})

test('what is kept in PostgreSQL is backed up by its own program', async () => {
  const databaseUrl = 'postgres://localhost/newsletters'
  await expect(backUp({ file: '/nowhere', databaseUrl }, '/nowhere/copy')).rejects.toThrow(/pg_dump/)
})
