import { expect, test } from 'vitest'
import { article, FILE, markdown } from '#tests/fixtures/content.ts'
import { openedStore } from '#tests/fixtures/store.ts'

const WITHDRAWN = { status: 'withdrawn', withdrawn: '{ date: 2022-05-01T12:00:00Z, reason: Wrong. }' }

test('a section that is not good is left out with its articles, and others go on', async () => {
  await using site = await openedStore({
    'sections/science.md': markdown({ title: 'Science' }),
    [FILE]: article({ section: 'science' }),
  })
  expect(site.slugs).toEqual(['station'])
  expect([...site.store.catalog.site.sections.keys()]).toEqual(['world'])
})

test('a section that is removed takes its articles with it, and brings them back', async () => {
  await using site = await openedStore({ [FILE]: article({ section: 'science' }) })
  await site.folder.remove('sections/science.md')
  expect(await site.renew()).toEqual(expect.arrayContaining(['article:a', 'list:all', 'site', 'story:a']))
  expect(site.slugs).toEqual(['station'])
  await site.change({ 'sections/science.md': markdown({ title: 'Science', description: 'Found out.', order: '2' }) })
  expect(site.slugs).toEqual(['a', 'station'])
  expect(site.store.catalog.lists.newest('section:science', 9).map(({ slug }) => slug)).toEqual(['a'])
})

test('sections come by their order, then by name, and after eight the colours begin again', async () => {
  const section = (order: string | null) => markdown({ title: 'A', description: 'b', order })
  const more = Object.fromEntries([...'abcdefgh'].map((slug) => [`sections/${slug}.md`, section(null)]))
  await using site = await openedStore({ ...more, 'sections/h.md': section('0') })
  const tints = Array.from(site.store.catalog.site.sections.values(), ({ slug, tint }) => `${slug} ${tint}`)
  expect(tints).toEqual(['h 1', 'world 2', 'science 3', 'a 4', 'b 5', 'c 6', 'd 7', 'e 8', 'f 1', 'g 2'])
})

test('stories come newest first, and by name where they are of one moment', async () => {
  await using site = await openedStore({
    'articles/b.md': article(),
    'articles/a.md': article(),
    'articles/new.md': article({ published: '2023-01-01T00:00:00Z' }),
    'articles/old.md': article({ published: '2021-01-01T00:00:00+14:00' }),
  })
  expect(site.store.catalog.lists.newest('all', 9).map(({ slug }) => slug)).toEqual(['new', 'a', 'b', 'station', 'old'])
})

test('a withdrawn article has an address but stands in no list', async () => {
  await using site = await openedStore({ [FILE]: article({ ...WITHDRAWN, topics: '[space]' }) })
  const { catalog } = site.store
  expect(catalog.articles.find('a')).toMatchObject({ state: 'withdrawn' })
  expect(catalog.articles.card('a')).toBeNull()
  const lists = ['all', 'section:world', 'author:jo-march'].flatMap((name) => catalog.lists.newest(name, 9))
  expect(lists.some(({ slug }) => slug === 'a')).toBe(false)
  expect(catalog.lists.counts('topic')).toEqual(new Map())
})

test('drafts and their aliases are there for writers only', async () => {
  const draft = { [FILE]: article({ status: 'draft', aliases: '[older]' }) }
  await using readers = await openedStore(draft)
  expect([readers.slugs, readers.store.catalog.articles.redirect('older')]).toEqual([['station'], null])
  await using writers = await openedStore(draft, { drafts: true })
  expect([writers.slugs, writers.store.catalog.articles.redirect('older')]).toEqual([['a', 'station'], 'a'])
})

test('what readers see of front matter is set as print is, names of things are not', async () => {
  await using site = await openedStore({ [FILE]: article({ title: "It's up -- still" }) })
  expect(site.store.catalog.articles.find('a')).toMatchObject({ title: 'It’s up – still', section: 'world' })
})

test('a topic or an author that is named twice has the story once', async () => {
  await using site = await openedStore({
    [FILE]: article({ topics: '[space, space]', authors: '[jo-march, jo-march]' }),
  })
  const { catalog } = site.store
  expect([catalog.lists.count('topic:space'), catalog.lists.newest('topic:space', 9).length]).toEqual([1, 1])
  expect([catalog.lists.count('author:jo-march'), catalog.lists.newest('author:jo-march', 9).length]).toEqual([2, 2])
})
