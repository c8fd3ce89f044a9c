import { rename } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { article, FILE, markdown, site } from '#tests/fixtures/content.ts'
import { openedStore } from '#tests/fixtures/store.ts'

const BROKEN = article({ title: 'Never seen', authors: '[nobody]' })

test('what is good is there', async () => {
  await using site = await openedStore({ [FILE]: article() })
  expect(site.store.ready).toBe(true)
  expect(site.slugs).toEqual(['a', 'station'])
  expect(site.problems).toEqual([])
  expect(site.log).toEqual([])
})

test('an article that breaks keeps its last good version, and comes back when it is mended', async () => {
  await using site = await openedStore({ [FILE]: article({ title: 'Good' }) })
  await site.change({ [FILE]: BROKEN })
  expect(site.store.catalog.articles.find('a')?.title).toBe('Good')
  await site.change({ [FILE]: article({ title: 'Mended' }) })
  expect(site.store.catalog.articles.find('a')?.title).toBe('Mended')
})

test('the last good version survives several ways to break', async () => {
  await using site = await openedStore({ [FILE]: article({ title: 'Good' }) })
  for (const broken of [BROKEN, '', '---\na: [\n---\n', Buffer.from([0xff]), 'x'.repeat(2_000_000)]) {
    await site.change({ [FILE]: broken })
    expect(site.store.catalog.articles.find('a')?.title).toBe('Good')
  }
})

test('a new article that is broken stays out, and others go on', async () => {
  await using site = await openedStore()
  await site.change({ [FILE]: BROKEN, 'articles/b.md': article() })
  expect(site.slugs).toEqual(['b', 'station'])
})

test('an article with a warning is published', async () => {
  await using site = await openedStore({ [FILE]: article({ image: null }) })
  expect(site.slugs).toEqual(['a', 'station'])
})

test('an article that breaks because of another file keeps its last good version', async () => {
  await using site = await openedStore({ [FILE]: article({ authors: '[amy-march]' }) })
  await site.folder.remove('authors/amy-march.md')
  await site.renew()
  expect(site.problems).toEqual([expect.stringMatching(/unknown-author$/)])
  expect(site.slugs).toEqual(['a', 'station'])
})

test('a new article with the slug of a published one does not take its place', async () => {
  await using site = await openedStore({ [FILE]: article({ title: 'Published' }) })
  await site.change({ 'articles/1999/a.md': article({ title: 'Usurper' }) })
  expect(site.store.catalog.articles.find('a')?.title).toBe('Published')
})

test('an article that is deleted goes', async () => {
  await using site = await openedStore({ [FILE]: article() })
  await site.folder.remove(FILE)
  await site.renew()
  expect(site.slugs).toEqual(['station'])
})

test('an article that is broken and then deleted goes', async () => {
  await using site = await openedStore({ [FILE]: article() })
  await site.change({ [FILE]: BROKEN })
  await site.folder.remove(FILE)
  await site.renew()
  expect(site.slugs).toEqual(['station'])
})

test('an article that is moved to another folder while it is broken keeps its last good version', async () => {
  await using site = await openedStore({ [FILE]: article({ title: 'Good' }) })
  await site.folder.remove(FILE)
  await site.change({ 'articles/2023/a.md': BROKEN })
  expect(site.store.catalog.articles.find('a')?.title).toBe('Good')
})

test('an article that gets another name has its new one only', async () => {
  await using site = await openedStore({ [FILE]: article() })
  await rename(path.join(site.folder.root, FILE), path.join(site.folder.root, 'articles/2022/04/b.md'))
  await site.renew()
  expect(site.slugs).toEqual(['b', 'station'])
})

test('a broken site.yaml keeps the last good one, and edits of articles go on', async () => {
  await using opened = await openedStore({ [FILE]: article({ edition: 'uk' }) })
  await opened.change({ 'site.yaml': 'name: [', [FILE]: article({ edition: 'uk', title: 'Edited' }) })
  expect(opened.store.catalog.site.publication.name).toBe('Broadsheet')
  expect(opened.store.catalog.articles.find('a')?.title).toBe('Edited')
  await opened.change({ 'site.yaml': site({ name: 'Renamed' }) })
  expect(opened.store.catalog.site.publication.name).toBe('Renamed')
})

test('a folder that goes away leaves what was published, and is read again when it is back', async () => {
  await using site = await openedStore()
  await rename(site.folder.root, `${site.folder.root}-away`)
  await site.renew()
  expect(site.slugs).toEqual(['station'])
  expect(site.log).toEqual([
    expect.stringMatching(
      /^content: The content folder .* does not exist\..* What was published stays; it is tried again\.$/,
    ),
  ])
  await rename(`${site.folder.root}-away`, site.folder.root)
  await site.change({ [FILE]: article() })
  expect(site.slugs).toEqual(['a', 'station'])
})

test('a folder that was never good has no catalog, and says so', async () => {
  await using opened = await openedStore({ 'site.yaml': 'name: [' })
  expect(opened.store.ready).toBe(false)
  expect(() => opened.store.catalog.site).toThrow('There is no content to serve')
  await opened.change({ 'site.yaml': site() })
  expect(opened.store.ready).toBe(true)
})

test('an error is logged once while it lasts, with its place and rule, and again when it comes back', async () => {
  await using site = await openedStore()
  const line = `content: ${FILE}:6:11 error author "nobody" has no file in authors/ unknown-author`
  await site.change({ [FILE]: BROKEN })
  await site.change({ 'pages/more.md': markdown({ title: 'More' }) })
  expect(site.log).toEqual([line])
  await site.change({ [FILE]: article() })
  await site.change({ [FILE]: BROKEN })
  expect(site.log).toEqual([line, line])
})

test('warnings are kept for the report but not logged', async () => {
  await using site = await openedStore({ [FILE]: article({ image: null }) })
  expect(site.problems).toEqual([expect.stringMatching(/no-image$/)])
  expect(site.log).toEqual([])
})

test('a listener is told of each change until it has had enough', async () => {
  await using site = await openedStore()
  let told = 0
  const stop = site.store.onChange(() => {
    told++
  })
  await site.change({ [FILE]: article() })
  stop()
  await site.change({ [FILE]: BROKEN })
  expect(told).toBe(1)
})

test('a listener that fails is logged and stops nothing', async () => {
  await using site = await openedStore()
  const stop = site.store.onChange(() => {
    throw new Error('The reader went away.')
  })
  await site.change({ [FILE]: article() })
  stop()
  await site.change({ 'articles/b.md': article() })
  expect(site.log).toEqual([expect.stringContaining('The reader went away.')])
  expect(site.slugs).toEqual(['a', 'b', 'station'])
})
