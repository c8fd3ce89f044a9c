import { expect, test, vi } from 'vitest'
import { article, FILE } from '#tests/fixtures/content.ts'
import { type OpenedStore, openedStore } from '#tests/fixtures/store.ts'

// How soon a system tells of a change is its own affair.
vi.setConfig({ testTimeout: 30_000 })

/** Waits until a catalog comes that is as expected. */
function until({ store }: OpenedStore, expected: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.onChange(() => {
      if (!expected()) return
      stop()
      resolve()
    })
  })
}

test('an edit, a new file and a deletion show by themselves', async () => {
  await using site = await openedStore({ [FILE]: article() })
  await site.store.watch()
  const edited = until(site, () => site.store.catalog.articles.get('a')?.title === 'Edited')
  await site.folder.write({ [FILE]: article({ title: 'Edited' }) })
  await edited
  const added = until(site, () => site.store.catalog.articles.has('b'))
  await site.folder.write({ 'articles/2031/01/b.md': article() })
  await added
  const gone = until(site, () => !site.store.catalog.articles.has('a'))
  await site.folder.remove(FILE)
  await gone
  expect(site.slugs).toEqual(['b', 'station'])
})

test('a folder that is a link is watched where it leads', async () => {
  await using site = await openedStore()
  await using linked = await openedStore({ 'site.yaml': null })
  await linked.folder.remove('')
  await linked.folder.link('', site.folder.root)
  await linked.store.watch()
  const added = until(linked, () => linked.store.catalog.articles.has('a'))
  await site.folder.write({ [FILE]: article() })
  await added
  expect(linked.slugs).toEqual(['a', 'station'])
})

test('what is no content, and what a link leads to, is not watched', async () => {
  await using elsewhere = await openedStore()
  await using site = await openedStore({ '.git/HEAD': '', 'node_modules/x/index.js': '' })
  await site.folder.link('articles/out', elsewhere.folder.root)
  await Promise.all([site.store.watch(), elsewhere.store.watch()])
  let changes = 0
  site.store.onChange(() => {
    changes++
  })
  // What the other store sees, this one would have seen as well.
  for (const title of ['One', 'Two', 'Three', 'Four']) {
    const seen = until(elsewhere, () => elsewhere.store.catalog.articles.get('a')?.title === title)
    await site.folder.write({ '.git/HEAD': title, 'node_modules/x/index.js': title })
    await elsewhere.folder.write({ [FILE]: article({ title }) })
    await seen
  }
  expect(changes).toBe(0)
})
