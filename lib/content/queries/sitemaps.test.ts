import { expect, test } from 'vitest'
import { Reading } from '#lib/content/catalog/reading.ts'
import { article, markdown, type Parts, site } from '#tests/fixtures/content.ts'
import { runningSite, WRITING } from '#tests/fixtures/running.ts'
import { countPlaces, getMonthPlaces, getMonths, getPlaces, getSections } from './sitemaps.ts'

/** The whole of a list, as address and date. */
async function listed(...args: [list: Parameters<typeof getPlaces>[0]]) {
  const places = await getPlaces(...args, 100, 0)
  return places.map(({ href, modified }) => [href, modified === null ? null : new Date(modified).toISOString()])
}

/** What a call reads, by the keys that it notes. */
async function keysOf(call: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const reading = new Reading()
  await reading.run(call)
  reading.end()
  return reading.keys
}

const MARCH: Parts = {
  'articles/a.md': article({ published: '2024-03-31T23:30:00-04:00' }),
  'articles/b.md': article({ published: '2024-03-05T08:00:00Z', updated: '2025-01-01T00:00:00Z', image: null }),
  'articles/c.md': article({ published: '2024-03-04T08:00:00Z', section: 'science' }),
}

test('a story stands in the month of its publication in UTC, oldest first, with when it last changed', async () => {
  await using _ = await runningSite(MARCH)
  expect((await getMonths()).map(({ month, count }) => [month, count])).toEqual([
    ['2024-04', 1],
    ['2024-03', 2],
    ['2022-04', 1],
  ])
  expect(await getMonthPlaces('2024-03', 10, 0)).toEqual([
    { href: '/science/c', modified: Date.parse('2024-03-04T08:00:00Z'), image: '/media/dot.png' },
    { href: '/world/b', modified: Date.parse('2025-01-01T00:00:00Z'), image: null },
  ])
  expect(await getMonthPlaces('2024-03', 1, 1)).toHaveLength(1)
  expect(await getMonthPlaces('2024-03', 10, 2)).toEqual([])
  expect(await getMonthPlaces('2024-02', 10, 0)).toEqual([])
})

test('drafts, scheduled and withdrawn stories stand in no month, for those who write either', async () => {
  const hidden: Parts = {
    'articles/draft.md': article({ status: 'draft' }),
    'articles/later.md': article({ published: '2030-04-01T00:00:00Z' }),
    'articles/gone.md': article({ status: 'withdrawn', withdrawn: '{ date: 2023-01-01T00:00:00Z, reason: Wrong. }' }),
  }
  for (const options of [{}, WRITING]) {
    await using _ = await runningSite(hidden, options)
    expect((await getMonths()).map(({ month, count }) => [month, count])).toEqual([['2022-04', 1]])
    expect((await getMonthPlaces('2022-04', 10, 0)).map(({ href }) => href)).toEqual(['/world/station'])
  }
})

test('a picture whose file is gone is not listed', async () => {
  await using site = await runningSite({ 'articles/a.md': article({ published: '2024-03-05T08:00:00Z' }) })
  await site.folder.remove('media/dot.png')
  await site.change({})
  expect((await getMonthPlaces('2024-03', 10, 0)).map(({ image }) => image)).toEqual([null])
})

test('an edit of a story puts the file of its month and the index out of date, and no other month', async () => {
  await using site = await runningSite(MARCH)
  const readers = {
    index: await keysOf(() => Promise.all([getMonths(), countPlaces()])),
    march: await keysOf(() => getMonthPlaces('2024-03', 10, 0)),
    april: await keysOf(() => getMonthPlaces('2024-04', 10, 0)),
  }
  const edit = article({ published: '2024-03-04T08:00:00Z', section: 'science', updated: '2024-03-06T08:00:00Z' })
  const changed = new Set(await site.change({ 'articles/c.md': edit }))
  const outOfDate = Object.entries(readers).filter(([, keys]) => !changed.isDisjointFrom(keys))
  expect(outOfDate.map(([name]) => name)).toEqual(['index', 'march'])
})

test('pages that list stories changed when the newest of them was published', async () => {
  await using _ = await runningSite({
    ...MARCH,
    'articles/b.md': article({ published: '2024-03-05T08:00:00Z', topics: '[space]' }),
    'topics/unused.md': markdown({ title: 'Unused', description: 'Of this there is nothing.' }),
  })
  expect(await listed('sections')).toEqual([
    ['/world', '2024-04-01T03:30:00.000Z'],
    ['/science', '2024-03-04T08:00:00.000Z'],
  ])
  expect(await listed('topics')).toEqual([['/topics/space', '2024-03-05T08:00:00.000Z']])
  expect(await listed('authors')).toEqual([
    ['/authors/amy-march', null],
    ['/authors/jo-march', '2024-04-01T03:30:00.000Z'],
  ])
})

test('the other pages are fronts, the lists of lists, the archive down to its months, newsletters, series and plain pages', async () => {
  await using _ = await runningSite({
    'articles/a.md': article({ edition: 'uk', published: '2024-03-05T08:00:00Z', series: 'moon-again' }),
  })
  expect(await listed('pages')).toEqual([
    ['/', '2022-04-02T19:04:00.000Z'],
    ['/uk', '2024-03-05T08:00:00.000Z'],
    ['/authors', null],
    ['/topics', null],
    ['/newsletters', null],
    ['/most-read', null],
    ['/archive', null],
    ['/archive/2024', null],
    ['/archive/2024/03', null],
    ['/archive/2022', null],
    ['/archive/2022/04', null],
    ['/newsletters/morning', null],
    ['/series/moon-again', '2024-03-05T08:00:00.000Z'],
    ['/about', null],
  ])
})

test('a publication without editions has one front', async () => {
  await using _ = await runningSite({ 'site.yaml': site({ editions: null }) })
  expect((await listed('pages')).slice(0, 2)).toEqual([
    ['/', '2022-04-02T19:04:00.000Z'],
    ['/authors', null],
  ])
})

test('as many places are counted as are listed', async () => {
  await using _ = await runningSite(MARCH)
  expect(await countPlaces()).toEqual({ pages: 14, sections: 2, topics: 0, authors: 2 })
  expect(await getPlaces('authors', 1, 1)).toHaveLength(1)
  expect(await getPlaces('authors', 1, 2)).toEqual([])
})

test('a new series is one more page', async () => {
  await using site = await runningSite()
  const keys = await keysOf(() => getPlaces('pages', 100, 0))
  const changed = await site.change({ 'series/mars.md': markdown({ title: 'Mars', description: 'Next.' }) })
  expect(changed.some((key) => keys.has(key))).toBe(true)
  expect((await listed('pages')).map(([href]) => href)).toContain('/series/mars')
})

test('sections come in their order', async () => {
  await using _ = await runningSite()
  expect((await getSections()).map(({ slug }) => slug)).toEqual(['world', 'science'])
})
