import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { article, contentFolder, NOW, type Parts } from '#tests/fixtures/content.ts'
import { kept } from '#tests/fixtures/kept.ts'
import { dataFolder } from '#tests/fixtures/store.ts'
import { Connection } from '../catalog/connection.ts'
import { emptyLog, openToWrite } from '../catalog/database.ts'
import { Searchable } from './searchable.ts'
import { Sync } from './sync.ts'

const ARTICLES = 1000
const EDITS = 2000
const MEGABYTE = 1024 * 1024

const fileOf = (n: number) => `articles/${2000 + (n % 20)}/a${n % ARTICLES}.md`
const edited = (n: number) => {
  const over = {
    title: `Number ${n}`,
    topics: `[topic-${n % 40}]`,
    aliases: n % 7 === 0 ? `[old-${n % ARTICLES}]` : '[]',
  }
  return article(over, `It falls ${n} times, see [there](/world/a${(n * 7) % ARTICLES}).\n`)
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function heap(): number {
  collect()
  return process.memoryUsage().heapUsed
}

test('after 2,000 edits neither memory nor the log of the catalog nor the catalog has grown', async () => {
  const parts: Parts = Object.fromEntries(Array.from({ length: ARTICLES }, (_, n) => [fileOf(n), edited(n)]))
  await using folder = await contentFolder(parts)
  const data = await dataFolder()
  const file = path.join(data, 'catalog.db')
  const rows = new Connection(openToWrite(file, { root: folder.root, drafts: false }).database)
  const sync = new Sync(rows, { root: folder.root, drafts: false })
  const searchable = new Searchable(rows)
  for await (const _ of sync.fill(NOW, () => {})) void _
  const edit = async (from: number, count: number) => {
    for (let n = from; n < from + count; n++) {
      await folder.write({ [fileOf(n)]: edited(n) })
      const keys = sync.apply(sync.look([fileOf(n)]), NOW)
      expect(keys.has(`article:a${n % ARTICLES}`)).toBe(true)
      searchable.enter(100)
      // As the keeper does.
      emptyLog(rows, file)
    }
  }
  while (searchable.enter(100).entered > 0);
  await edit(ARTICLES, 300)
  const [heapBefore, sizeBefore] = [heap(), statSync(file).size]
  await edit(ARTICLES + 300, EDITS - 300)
  const [heapAfter, sizeAfter] = [heap(), statSync(file).size]
  const log = statSync(`${file}-wal`).size
  expect(heapAfter - heapBefore).toBeLessThan(4 * MEGABYTE)
  expect(log).toBeLessThan(20 * MEGABYTE)
  expect(sizeAfter).toBeLessThan(1.5 * sizeBefore)
  rows.close()
  await rm(data, { recursive: true })
}, 300_000)

test('while the words of an archive are entered, the log of the catalog stays small', async () => {
  const words = (n: number) => Array.from({ length: 900 }, (_, at) => `word${(n * 7919 + at * 104729) % 500_000}`)
  const parts: Parts = Object.fromEntries(
    Array.from({ length: 2500 }, (_, n) => [`articles/a${n}.md`, article({}, `${words(n).join(' ')}.\n`)]),
  )
  await using folder = await contentFolder(parts)
  await using running = await kept(folder.root)
  const file = path.join(running.dataDir, 'catalog.db')
  using rows = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  const left = rows.prepare('SELECT 1 FROM articles WHERE searchable = 0 LIMIT 1')
  let most = 0
  while (left.get() !== undefined) {
    most = Math.max(most, statSync(`${file}-wal`).size)
    await sleep(20)
  }
  expect(most).toBeLessThan(32 * MEGABYTE)
}, 300_000)
