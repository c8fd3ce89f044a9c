import { mkdirSync, type WatchListener, watch, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { article, contentFolder } from '#tests/fixtures/content.ts'
import { watchedFolder } from '#tests/fixtures/watch.ts'

// How soon a system tells of a change is its own affair.
vi.setConfig({ testTimeout: 30_000 })

/** What the system says when a folder may not be watched. */
const refusal = (code: string): Error => Object.assign(new Error(`${code}: no`), { code })

test('more changes than the system can queue are anything at all, and new folders among them are watched', async () => {
  await using folder = await contentFolder()
  await using watched = await watchedFolder(folder.root)
  // All in one turn, so that nothing is read meanwhile.
  for (let at = 0; at < 10_000; at++) writeFileSync(path.join(folder.root, `articles/${at}.md`), '')
  mkdirSync(path.join(folder.root, 'articles/late'))
  expect(await watched.next()).toBeNull()
  await folder.write({ 'articles/late/b.md': article() })
  await watched.until('articles/late/b.md')
})

test('a folder that may not be read is named once, and reported when it may be', async () => {
  await using folder = await contentFolder()
  let refused = true
  const watchOne = (name: string, listener: WatchListener<string>) => {
    if (refused && name.endsWith('2022')) throw refusal('EACCES')
    return watch(name, listener)
  }
  await using watched = await watchedFolder(folder.root, watchOne as typeof watch)
  await folder.write({ 'articles/b.md': article() })
  expect(await watched.next()).toEqual(['articles/b.md'])
  refused = false
  expect(await watched.next()).toEqual(['articles/2022/', 'articles/2022/04/station.md'])
  expect(watched.errors).toHaveLength(1)
  expect(watched.errors[0]).toMatch(/articles\/2022 cannot be watched: EACCES/)
})

test('where the system allows no more watches the folder is listed, and the error says which limit to raise', async () => {
  await using folder = await contentFolder()
  const watchOne = (name: string, listener: WatchListener<string>) => {
    if (name.endsWith('2022')) throw refusal('ENOSPC')
    return watch(name, listener)
  }
  await using watched = await watchedFolder(folder.root, watchOne as typeof watch)
  expect(watched.errors).toEqual([expect.stringContaining('fs.inotify.max_user_watches')])
  await folder.write({ 'articles/2022/04/b.md': article() })
  expect(await watched.next()).toBeNull()
})
