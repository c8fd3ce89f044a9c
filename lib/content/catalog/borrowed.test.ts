import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { contentFolder } from '#tests/fixtures/content.ts'
import { kept } from '#tests/fixtures/kept.ts'
import { dataFolder } from '#tests/fixtures/store.ts'
import { BorrowedCatalog, keptCatalog } from './borrowed.ts'
import { Store } from './store.ts'

test('a catalog that another process keeps is read as it is, and not written to', async () => {
  await using folder = await contentFolder()
  await using site = await kept(folder.root)
  const settings = { contentDir: folder.root, dataDir: site.dataDir }
  const file = keptCatalog(settings)
  if (file === null) throw new Error('nobody keeps it')
  const options = { settings: { ...settings, siteUrl: null, contentPoll: null }, drafts: false }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const store = new Store({ ...options, log }, (_, events) => new BorrowedCatalog(file, events))
  await store.start()
  expect([store.ready, store.catalog.articles.slugs()]).toEqual([true, site.slugs])
  await expect(store.publish()).rejects.toThrow()
  await store.close()
  expect(site.store.ready).toBe(true)
})

test('one that nobody keeps, or that is of another folder, is not borrowed', async () => {
  await using folder = await contentFolder()
  const dataDir = await dataFolder()
  const settings = { contentDir: folder.root, dataDir }
  expect(keptCatalog(settings)).toBe(null)
  const site = await kept(folder.root, { dataDir })
  expect(keptCatalog({ contentDir: `${folder.root}-other`, dataDir })).toBe(null)
  expect(keptCatalog(settings)).not.toBe(null)
  await site[Symbol.asyncDispose]()
  expect(keptCatalog(settings)).toBe(null)
  await rm(dataDir, { recursive: true })
})
