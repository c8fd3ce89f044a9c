import { statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { article, contentFolder, FILE, type Parts } from '#tests/fixtures/content.ts'
import { until } from '#tests/fixtures/kept.ts'
import { threaded } from '#tests/fixtures/threaded.ts'
import { Reading } from '../catalog/reading.ts'

vi.setConfig({ testTimeout: 30_000 })

const many = (count: number, title: string, body = 'It falls.\n'): Parts =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`articles/many/a${n}.md`, article({ title }, body)]))

test('a keeper in a thread of its own reads a folder and keeps up with it', async () => {
  await using folder = await contentFolder({ [FILE]: article({ title: 'First' }) })
  await using site = await threaded(folder.root)
  await site.store.start()
  expect([site.store.ready, site.headline('a')]).toEqual([true, 'First'])
  await folder.write({ [FILE]: article({ title: 'Edited' }) })
  await until(
    () => site.headline('a'),
    (title) => title === 'Edited',
  )
})

test('a publish that fails in the thread says why, with its code', async () => {
  await using folder = await contentFolder()
  await using site = await threaded(folder.root)
  await site.store.start()
  await expect(site.store.publish()).rejects.toMatchObject({
    code: 'not-a-checkout',
    message: expect.stringContaining(folder.root),
  })
})

test('a thread that ends is started again on the same catalog, and what happened meanwhile is found', async () => {
  await using folder = await contentFolder({ [FILE]: article({ title: 'First' }) })
  await using site = await threaded(folder.root)
  const { thread, read } = await site.begin()
  await read
  await thread.terminate()
  expect(site.headline('a')).toBe('First')
  await expect(site.store.publish()).rejects.toMatchObject({ code: 'keeper-ended' })
  await folder.write({ [FILE]: article({ title: 'Edited' }) })
  await until(
    () => site.headline('a'),
    (title) => title === 'Edited',
  )
  expect(site.log.filter((line) => line.includes('started again'))).toHaveLength(1)
  expect((await readdir(site.dataDir)).filter((file) => file.endsWith('.db'))).toEqual(['catalog.db'])
})

test('a thread that ends before everything was read is followed by one that reads the rest', async () => {
  await using folder = await contentFolder(many(1500, 'One'))
  await using site = await threaded(folder.root)
  const { thread, read } = await site.begin()
  await until(
    () => site.progress.length,
    (told) => told > 0,
  )
  await thread.terminate()
  await read
  expect([site.store.ready, site.store.catalog.articles.slugs().length]).toEqual([true, 1501])
})

test('a thread that ended is not started again after it was closed', async () => {
  await using folder = await contentFolder()
  const site = await threaded(folder.root)
  const { thread, read } = await site.begin()
  await read
  await thread.terminate()
  await site[Symbol.asyncDispose]()
  let started = 0
  const count = () => {
    started++
  }
  process.on('worker', count)
  await sleep(1500)
  process.off('worker', count)
  expect(started).toBe(0)
})

test('closing does not wait until everything has been read', async () => {
  await using folder = await contentFolder(many(3000, 'One'))
  await using site = await threaded(folder.root)
  const { read } = await site.begin()
  await until(
    () => site.progress.length,
    (told) => told > 0,
  )
  await site.store.close()
  const [done = 0, total = 0] = site.progress.at(-1) ?? []
  expect(done).toBeLessThan(total)
  await read.catch(() => {})
})

test('two stores on one data folder keep a catalog each, and the second start finds its own', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  await using one = await threaded(folder.root)
  await one.store.start()
  {
    await using other = await threaded(folder.root, one.dataDir)
    await other.store.start()
    await folder.write({ [FILE]: article({ title: 'Edited' }) })
    for (const site of [one, other])
      await until(
        () => site.headline('a'),
        (title) => title === 'Edited',
      )
  }
  const files = (await readdir(one.dataDir)).filter((file) => file.endsWith('.db'))
  expect(files.sort()).toEqual(['catalog-2.db', 'catalog.db'])
})

const MEGABYTE = 1024 * 1024

test('the log of the catalog stays small while somebody always reads and much is edited', async () => {
  const body = (n: number) => `It falls ${n} times. ${'\n\nRound and round.'.repeat(3000)}\n`
  await using folder = await contentFolder(many(20, 'One', body(0)))
  await using site = await threaded(folder.root)
  await site.store.start()
  let isOver = false
  const readAlways = async (pause: number) => {
    while (!isOver) {
      const reading = new Reading()
      await reading.run(async () => {
        site.headline('a0')
        await sleep(pause)
        site.headline('a1')
      })
      reading.end()
    }
  }
  const readers = [11, 17, 23, 31].map(readAlways)
  let largest = 0
  for (let n = 1; n <= 28; n++) {
    await folder.write(many(20, `Edited ${n}`, body(n)))
    await until(
      () => site.headline('a19'),
      (title) => title === `Edited ${n}`,
    )
    largest = Math.max(largest, statSync(path.join(site.dataDir, 'catalog.db-wal')).size)
  }
  isOver = true
  await Promise.all(readers)
  expect(largest).toBeLessThan(24 * MEGABYTE)
})
