import { expect, test } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { allPlaces, findPlaces, getNewest } from './announcements.ts'

const on = (day: number, over = {}) => article({ published: `2022-05-0${day}T08:00:00Z`, ...over })
const WITHDRAWN = { status: 'withdrawn', withdrawn: '{ date: 2022-05-04T08:00:00Z, reason: It was wrong. }' }

test('a story is found with its address, its time and its lists', async () => {
  await using _ = await runningSite({ 'articles/a.md': on(1, { topics: '[space]', edition: 'uk' }) })
  expect(await findPlaces(['a', 'none'])).toEqual([
    {
      slug: 'a',
      href: '/world/a',
      published: Date.parse('2022-05-01T08:00:00Z'),
      lists: ['all', 'section:world', 'edition:uk', 'topic:space', 'author:jo-march'],
    },
  ])
})

test('a withdrawn story has an address, and stands in no list', async () => {
  await using _ = await runningSite({ 'articles/a.md': on(1, WITHDRAWN) })
  expect(await findPlaces(['a'])).toMatchObject([{ href: '/world/a', lists: [] }])
})

test('drafts, stories to come, and aliases are no pages', async () => {
  await using _ = await runningSite({
    'articles/draft.md': on(1, { status: 'draft' }),
    'articles/later.md': article({ published: '2099-01-01T00:00:00Z' }),
    'articles/a.md': on(1, { aliases: '[b]' }),
  })
  expect(await findPlaces(['draft', 'later', 'b'])).toEqual([])
})

test('the newest of several lists are the newest of all of them, each once', async () => {
  await using _ = await runningSite({
    'articles/one.md': on(1, { edition: 'uk' }),
    'articles/two.md': on(2, { section: 'science' }),
    'articles/three.md': on(3, { edition: 'uk' }),
  })
  const newest = await getNewest(['edition:', 'edition:uk', 'section:world'], 3)
  expect(newest.map(({ slug }) => slug)).toEqual(['three', 'two', 'one'])
})

test.each([1, 2, 100])('all stories are gone through, about %i at a time', async (size) => {
  const atOnce = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((slug) => [`articles/${slug}.md`, on(2)]))
  await using _ = await runningSite({
    ...atOnce,
    'articles/one.md': on(1, { section: 'science' }),
    'articles/three.md': on(3),
    'articles/gone.md': on(3, WITHDRAWN),
  })
  const places = (await Array.fromAsync(allPlaces(size))).flat()
  const slugs = ['a', 'b', 'c', 'd', 'e', 'station', 'three'].map((slug) => `/world/${slug}`)
  expect(Array.from(new Set(places.map(({ href }) => href))).sort()).toEqual(['/science/one', ...slugs])
})

test('a publication without stories is gone through', async () => {
  await using _ = await runningSite({ 'articles/2022/04/station.md': null })
  expect((await Array.fromAsync(allPlaces(10))).flat()).toEqual([])
})
