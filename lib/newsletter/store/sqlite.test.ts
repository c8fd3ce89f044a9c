import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { storeContract } from './contract/contract.ts'
import { crowd, type Kept, made, NOW, progressOf, subscribed } from './contract/kept.ts'
import { openRepository, repositoryOn } from './open.ts'
import { openSqlite } from './sqlite.ts'

const NEWCOMER = fileURLToPath(import.meta.resolve('./contract/processes/newcomer.ts'))
const SENDER = fileURLToPath(import.meta.resolve('./contract/processes/sender.ts'))

async function folder() {
  const name = await mkdtemp(path.join(os.tmpdir(), 'newsletters-'))
  return {
    file: path.join(name, 'deep/newsletters.db'),
    [Symbol.asyncDispose]: () => rm(name, { recursive: true, force: true }),
  }
}

interface InFile extends Kept {
  readonly file: string
}

async function open(): Promise<InFile> {
  const dir = await folder()
  const engine = await openSqlite(dir.file)
  const repository = await repositoryOn(engine)
  return {
    file: dir.file,
    engine,
    repository,
    async [Symbol.asyncDispose]() {
      await repository.close()
      await dir[Symbol.asyncDispose]()
    },
  }
}

storeContract(open, async (kept) => repositoryOn(await openSqlite((kept as InFile).file)))

/** Runs a process to its end. @returns its lines, and what ended it */
async function run(script: string, ...args: readonly (string | number)[]) {
  const child = spawn(process.execPath, [script, ...args.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const lines = await Array.fromAsync(createInterface(child.stdout))
  await ended
  return { lines, code: child.exitCode, signal: child.signalCode }
}

test('the file and what SQLite keeps beside it are for their owner only', async () => {
  await using kept = await open()
  await crowd(kept.repository, 1)
  for (const end of ['', '-wal', '-shm']) expect((await stat(kept.file + end)).mode & 0o777).toBe(0o600)
})

test('twenty processes that open a new store at once lose nothing and take nobody on twice', async () => {
  await using dir = await folder()
  const names = Array.from({ length: 20 }, (_, at) => `p${at}`)
  const ended = await Promise.all(names.map((name) => run(NEWCOMER, dir.file, name)))
  expect(ended.map(({ code }) => code)).toEqual(names.map(() => 0))
  const taken = ended.flatMap(({ lines }) => lines)
  expect(new Set(taken).size).toBe(taken.length)
  const repository = await openRepository({ file: dir.file, databaseUrl: null })
  expect((await Array.fromAsync(repository.subscribers.all())).length).toBe(60)
  expect(await repository.tallies()).toMatchObject({ signups: 60, confirmations: 60, sent: 60 })
  const issue = await repository.issues.byDate('morning', '2026-11-23')
  expect(await progressOf(repository, issue?.id ?? '')).toEqual({ handed: taken.length })
  await repository.close()
}, 60_000)

test('a run that is killed again and again loses nobody and hands nobody over twice', async () => {
  await using dir = await folder()
  const before = await openRepository({ file: dir.file, databaseUrl: null })
  await crowd(before, 300)
  const issue = await made(before)
  await before.close()
  const lines: string[] = []
  // After the first mail, between two, after the last, while it is told that it was recorded, and in the next batch.
  for (const end of [1, 7, 10, 11, 20, 25]) {
    const killed = await run(SENDER, dir.file, end)
    expect(killed).toMatchObject({ code: null, signal: 'SIGKILL' })
    lines.push(...killed.lines)
  }
  const last = await run(SENDER, dir.file)
  expect(last.lines.at(-1)).toBe('done')
  lines.push(...last.lines)
  const idsOf = (word: string) =>
    lines.flatMap((line) => (line.startsWith(`${word} `) ? line.slice(word.length + 1) : []))
  const [handed, recorded] = [idsOf('handed'), idsOf('recorded')]
  expect(new Set(handed).size).toBe(handed.length)

  const repository = await openRepository({ file: dir.file, databaseUrl: null })
  const { sent = 0, unsure = 0, ...others } = await progressOf(repository, issue.id)
  expect({ total: sent + unsure, others }).toEqual({ total: 300, others: {} })
  // A batch of ten each of the four times when it was with the mail server.
  expect(unsure).toBe(40)
  for (const id of recorded)
    expect(await repository.subscribers.deliveries(id)).toMatchObject([{ state: 'sent', at: NOW }])
  expect(await repository.tallies()).toMatchObject({ sent, unsure })
  await repository.close()
}, 60_000)

test('nothing of someone who is erased is left in the bytes of the file', async () => {
  await using kept = await open()
  await crowd(kept.repository, 200)
  const jo = await subscribed(kept.repository, 'Erika.Doe@example.org')
  const issue = await made(kept.repository)
  await kept.repository.issues.claim(issue.id, 500, NOW)
  await kept.repository.subscribers.erase(jo.id)
  await kept.repository.close()
  const bytes = (await readFile(kept.file, 'latin1')).toLowerCase()
  expect(bytes).toContain('reader-7@example.org')
  expect(bytes).not.toContain('erika')
  expect(bytes).not.toContain(jo.id.toLowerCase())
})

test('a file that is no database is refused and left as it is', async () => {
  await using kept = await open()
  await kept.repository.close()
  await writeFile(kept.file, 'Not a database, but the only copy of something.'.repeat(20))
  await expect(openRepository({ file: kept.file, databaseUrl: null })).rejects.toThrow(
    `The store of newsletters (${kept.file}) cannot be opened: file is not a database.`,
  )
  expect(await readFile(kept.file, 'utf8')).toContain('the only copy')
})
