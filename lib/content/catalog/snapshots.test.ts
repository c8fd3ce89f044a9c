import { readdirSync, readlinkSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { article, contentFolder, markdown, NOW, site } from '#tests/fixtures/content.ts'
import { openedStore } from '#tests/fixtures/store.ts'
import { findArticle } from '../queries/articles.ts'
import { Sync } from '../sync/sync.ts'
import { Connection } from './connection.ts'
import { openToWrite } from './database.ts'
import { Reading } from './reading.ts'
import { Snapshots } from './snapshots.ts'
import { closeStore, shareStore } from './store.ts'

const titled = (n: number) => ({
  'site.yaml': site({ name: `Number ${n}` }),
  'articles/a.md': article({ title: `Number ${n}` }),
  'articles/b.md': article({ title: `Number ${n}` }),
  'authors/jo-march.md': markdown({ name: `Number ${n}` }),
})

/** Connections of this process to the catalog of a data folder. */
const connections = (dataDir: string): number =>
  readdirSync('/proc/self/fd').filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === path.join(dataDir, 'catalog.db')
    } catch {
      return false
    }
  }).length

test('readings that overlap with changes each see one state', async () => {
  await using opened = await openedStore(titled(0))
  const { store } = opened
  let isOver = false
  const torn: string[][] = []
  const read = async (pause: number) => {
    for (let n = 0; !isOver || n < 3; n++) {
      const reading = new Reading()
      await reading.run(async () => {
        const first = store.catalog.articles.find('a')?.title ?? ''
        await (n % 2 ? sleep(pause) : turn())
        const name = store.catalog.site.publication.name
        await turn()
        const all = [
          first,
          name,
          store.catalog.entries.byline('jo-march') ?? '',
          store.catalog.articles.find('b')?.title ?? '',
        ]
        if (new Set(all).size > 1) torn.push(all)
      })
      reading.end()
    }
  }
  const readers = Array.from({ length: 12 }, (_, n) => read(n))
  for (let n = 1; n <= 40; n++) await opened.change(titled(n))
  isOver = true
  await Promise.all(readers)
  expect(torn).toEqual([])
  expect(store.catalog.site.publication.name).toBe('Number 40')
})

test('a reading begun before anybody told of a change has the publication and the stories of one state', async () => {
  await using folder = await contentFolder(titled(1))
  const file = path.join(folder.root, '.data', 'catalog.db')
  const options = { root: folder.root, siteUrl: null, drafts: false }
  const rows = new Connection(openToWrite(file, options).database)
  const sync = new Sync(rows, options)
  for await (const _ of sync.fill(NOW, () => {})) void _
  const snapshots = new Snapshots(file, options, () => {})
  const ask = () => {
    const reading = new Reading()
    const catalog = snapshots.catalog(reading)
    const answer = [catalog.site.publication.name, catalog.articles.find('a')?.title]
    reading.end()
    return answer
  }
  expect(ask()).toEqual(['Number 1', 'Number 1'])
  await folder.write(titled(2))
  sync.apply(sync.scan(), NOW)
  expect(ask()).toEqual(['Number 2', 'Number 2'])
  snapshots.close()
  rows.close()
})

test('connections are as many as the states that are read at a time, however often that happens', async () => {
  await using opened = await openedStore(titled(0))
  const { store, dataDir } = opened
  const idle = connections(dataDir)
  const round = async (readings: Reading[] = []) => {
    for (let n = 1; n <= 10; n++) {
      for (let reader = 0; reader < 5; reader++) readings.push(new Reading())
      for (const reading of readings.slice(-5)) reading.run(() => store.catalog.articles.find('a'))
      await opened.change(titled(n))
    }
    for (const reading of readings) reading.end()
  }
  for (let n = 0; n < 3; n++) await round()
  // What is closed is used again by SQLite for the next, as long as others have the file open.
  expect(connections(dataDir) - idle).toBeLessThanOrEqual(10)
})

test('a reading that was given up holds nothing, and what still runs in it reads what is current', async () => {
  await using opened = await openedStore(titled(0))
  const { store, dataDir } = opened
  const idle = connections(dataDir)
  for (let n = 1; n <= 30; n++) {
    const reading = new Reading()
    const late = reading.run(async () => {
      store.catalog.articles.find('a')
      await turn()
      return store.catalog.articles.find('a')?.title
    })
    reading.end()
    await opened.change(titled(n))
    expect(await late).toMatch(/^Number/)
    expect(reading.run(() => store.catalog.articles.find('a')?.title)).toBe(`Number ${n}`)
  }
  expect(connections(dataDir) - idle).toBeLessThanOrEqual(1)
})

test('a reading that ends twice, or ends before it reads, takes nothing from others', async () => {
  await using opened = await openedStore(titled(0))
  const { store } = opened
  const [first, second] = [new Reading(), new Reading()]
  for (const reading of [first, second]) reading.run(() => store.catalog.articles.find('a'))
  first.end()
  first.end()
  await opened.change(titled(1))
  expect(second.run(() => store.catalog.articles.find('b')?.title)).toBe('Number 0')
  second.end()
  const never = new Reading()
  never.end()
  expect(never.run(() => store.catalog.articles.find('b')?.title)).toBe('Number 1')
})

test('readings that fail on a damaged catalog leave no connection behind', async () => {
  await using opened = await openedStore(titled(0))
  const { store, dataDir } = opened
  const idle = connections(dataDir)
  // Whoever opens it from now on meets the damage; the catalog is made anew while they ask.
  truncateSync(path.join(dataDir, 'catalog.db'), 4096)
  for (let n = 0; n < 20; n++) {
    const reading = new Reading()
    try {
      reading.run(() => store.catalog.articles.find('a'))
    } catch (error) {
      expect(error).toBeInstanceOf(Error)
    }
    reading.end()
  }
  expect(connections(dataDir)).toBeLessThanOrEqual(idle + 3)
})

test('a question of the pages is answered from one state though it asks much', async () => {
  await using opened = await openedStore({ 'articles/a.md': article({ section: 'science' }) })
  shareStore(opened.store)
  const reading = new Reading()
  const before = await reading.run(() => findArticle('science', 'a'))
  await opened.folder.remove('sections/science.md')
  await opened.renew()
  expect(await reading.run(() => findArticle('science', 'a'))).toEqual(before)
  reading.end()
  expect(await findArticle('science', 'a')).toBeNull()
  await closeStore()
})

test('of a catalog whose file was removed and begun anew, all readings still see the old one', async () => {
  await using opened = await openedStore(titled(0))
  const file = path.join(opened.dataDir, 'catalog.db')
  const options = { root: opened.folder.root, siteUrl: null, drafts: false }
  const snapshots = new Snapshots(file, options, () => {})
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`)
  openToWrite(file, { root: opened.folder.root, drafts: false }).database.close()
  const readings = Array.from({ length: 6 }, () => {
    snapshots.advance()
    const reading = new Reading()
    return { reading, title: snapshots.catalog(reading).articles.find('a')?.title }
  })
  expect(readings.map(({ title }) => title)).toEqual(Array(6).fill('Number 0'))
  for (const { reading } of readings) reading.end()
  snapshots.close()
})
