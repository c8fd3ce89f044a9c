import { expect, test } from 'vitest'
import { Reading } from '#lib/content/catalog/reading.ts'
import { article, markdown, type Parts, site } from '#tests/fixtures/content.ts'
import { type RunningSite, runningSite, WRITING } from '#tests/fixtures/running.ts'
import { getArchive, getArchiveDay, getArchiveMonth, getArchiveYear, MOST_OF_A_DAY } from './archive.ts'

/** A story by the name and time of each; the fixture's own `station` is of the afternoon of April 2, 2022 in New York. */
const at = (times: Readonly<Record<string, string>>): Parts =>
  Object.fromEntries(Object.entries(times).map(([name, published]) => [`articles/${name}.md`, article({ published })]))

const inZone = (timezone: string): Parts => ({ 'site.yaml': site({ timezone }), 'articles/2022/04/station.md': null })

const withStories = (counted: readonly { readonly period: string; readonly count: number }[] | undefined) =>
  counted?.filter(({ count }) => count > 0).map(({ period, count }) => [period, count])

const slugs = (page: { readonly stories: readonly { readonly slug: string }[] } | null | undefined) =>
  page?.stories.map(({ slug }) => slug)

test('years go from the latest to the first, those without stories left out, each with twelve months', async () => {
  await using _ = await runningSite(at({ a: '2024-01-01T12:00:00Z', b: '2022-12-31T12:00:00Z' }))
  const years = await getArchive()
  expect(years.map(({ period, count }) => [period, count])).toEqual([
    ['2024', 1],
    ['2022', 2],
  ])
  expect(years.map(({ months }) => months.length)).toEqual([12, 12])
  expect(withStories(years[1]?.months)).toEqual([
    ['2022-04', 1],
    ['2022-12', 1],
  ])
})

test('a publication without stories has an archive without years', async () => {
  await using _ = await runningSite(inZone('UTC'))
  expect(await getArchive()).toEqual([])
  expect(await getArchiveYear('2022')).toBeNull()
  expect(await getArchiveMonth('2022-04')).toBeNull()
  expect(await getArchiveDay('2022-04-02')).toBeNull()
})

test("a story stands in the year, the month and the day of the publication's zone", async () => {
  await using _ = await runningSite(at({ eve: '2024-01-01T04:59:59Z', morning: '2024-01-01T05:00:00Z' }))
  expect((await getArchive()).map(({ period }) => period)).toEqual(['2024', '2023', '2022'])
  expect(slugs(await getArchiveDay('2023-12-31'))).toEqual(['eve'])
  expect(slugs(await getArchiveDay('2024-01-01'))).toEqual(['morning'])
  expect(withStories((await getArchiveMonth('2023-12'))?.days)).toEqual([['2023-12-31', 1]])
  expect(withStories((await getArchiveYear('2024'))?.months)).toEqual([['2024-01', 1]])
})

test('the days on which London changes its clocks have 23 and 25 hours', async () => {
  await using _ = await runningSite({
    ...inZone('Europe/London'),
    ...at({
      before: '2022-03-26T23:59:59Z',
      first: '2022-03-27T00:00:00Z',
      last: '2022-03-27T22:59:59Z',
      after: '2022-03-27T23:00:00Z',
      'a-first': '2022-10-29T23:00:00Z',
      'a-last': '2022-10-30T23:59:59Z',
      'a-after': '2022-10-31T00:00:00Z',
    }),
  })
  expect(slugs(await getArchiveDay('2022-03-27'))).toEqual(['first', 'last'])
  expect(slugs(await getArchiveDay('2022-10-30'))).toEqual(['a-first', 'a-last'])
})

test('a day that Apia left out has no page, and its neighbours have each other', async () => {
  const stories = at({ a: '2011-12-30T09:59:59Z', b: '2011-12-30T10:00:00Z' })
  await using _ = await runningSite({ ...inZone('Pacific/Apia'), ...stories })
  expect(await getArchiveDay('2011-12-30')).toBeNull()
  expect(await getArchiveDay('2011-12-29')).toMatchObject({ count: 1, previous: null, next: '2011-12-31' })
  expect(await getArchiveDay('2011-12-31')).toMatchObject({ count: 1, previous: '2011-12-29', next: null })
  expect((await getArchiveMonth('2011-12'))?.days.at(-2)).toEqual({ period: '2011-12-30', count: 0, stories: [] })
})

test('previous and next are the nearest that have stories', async () => {
  await using _ = await runningSite(
    at({ a: '2022-04-09T12:00:00Z', b: '2022-07-01T12:00:00Z', c: '2025-01-01T12:00:00Z' }),
  )
  expect(await getArchiveDay('2022-04-09')).toMatchObject({ previous: '2022-04-02', next: '2022-07-01' })
  expect(await getArchiveMonth('2022-04')).toMatchObject({ count: 2, previous: null, next: '2022-07' })
  expect(await getArchiveYear('2022')).toMatchObject({ count: 3, previous: null, next: '2025' })
  expect(await getArchiveYear('2025')).toMatchObject({ count: 1, previous: '2022', next: null })
})

test('between the first story and the last every period has a page, before and after none', async () => {
  await using _ = await runningSite(at({ a: '2025-01-01T12:00:00Z' }))
  const empty = { count: 0, previous: '2022-04-02', next: '2025-01-01', stories: [] }
  expect(await getArchiveDay('2024-02-29')).toMatchObject(empty)
  expect(await getArchiveMonth('2024-02')).toMatchObject({ count: 0, previous: '2022-04', next: '2025-01', topics: [] })
  expect(await getArchiveYear('2023')).toMatchObject({ count: 0, previous: '2022', next: '2025' })
  for (const day of ['2022-04-01', '2025-01-02', '0000-01-01', '9999-12-31'])
    expect(await getArchiveDay(day)).toBeNull()
  for (const month of ['2022-03', '2025-02']) expect(await getArchiveMonth(month)).toBeNull()
  for (const year of ['0000', '2021', '2026', '9999']) expect(await getArchiveYear(year)).toBeNull()
})

test('a day goes from morning to night, and the reverse of lists where times are the same', async () => {
  const noon = '2022-04-02T16:00:00Z'
  await using _ = await runningSite(at({ b: noon, a: noon, early: '2022-04-02T05:00:00Z' }))
  expect(slugs(await getArchiveDay('2022-04-02'))).toEqual(['early', 'b', 'a', 'station'])
})

test('what readers may not see is in no count and on no page', async () => {
  const hidden: Parts = {
    'articles/draft.md': article({ status: 'draft' }),
    'articles/later.md': article({ published: '2030-04-01T00:00:00Z' }),
    'articles/gone.md': article({ status: 'withdrawn', withdrawn: '{ date: 2023-01-01T00:00:00Z, reason: Wrong. }' }),
  }
  {
    await using _ = await runningSite(hidden)
    expect((await getArchive()).map(({ period, count }) => [period, count])).toEqual([['2022', 1]])
    expect(await getArchiveDay('2022-04-02')).toMatchObject({ count: 1, next: null })
  }
  await using _ = await runningSite(hidden, WRITING)
  expect((await getArchive()).map(({ period }) => period)).toEqual(['2030', '2022'])
})

test('a month and a year name the topics that most of their stories have', async () => {
  const story = (published: string, topics: string) => article({ published, topics })
  await using _ = await runningSite({
    'articles/a.md': story('2022-04-05T12:00:00Z', '[space, arctic]'),
    'articles/b.md': story('2022-04-06T12:00:00Z', '[arctic]'),
    'articles/c.md': story('2022-06-06T12:00:00Z', '[voting]'),
    'topics/arctic.md': markdown({ title: 'Ice', description: 'Up north.' }),
  })
  const told = (page: { readonly topics: readonly { title: string; href: string; count: number }[] } | null) =>
    page?.topics.map(({ title, href, count }) => [title, href, count])
  expect(told(await getArchiveMonth('2022-04'))).toEqual([
    ['Ice', '/topics/arctic', 2],
    ['Space', '/topics/space', 1],
  ])
  expect(told(await getArchiveYear('2022'))).toHaveLength(3)
})

/** `count` stories of April 5, 2022, as many a minute as a minute has, with some at one moment. */
const busyDay = (count: number): Parts =>
  at(
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `s${n}`,
        new Date(Date.UTC(2022, 3, 5, 12, Math.floor(n / 7))).toISOString(),
      ]),
    ),
  )

test('a month with many stories shows the first three of each day', async () => {
  await using _ = await runningSite(busyDay(101))
  const month = await getArchiveMonth('2022-04')
  expect(month?.days.filter(({ count }) => count > 0).map(({ count, stories }) => [count, stories.length])).toEqual([
    [1, 1],
    [101, 3],
  ])
})

test('a month with few stories shows them all', async () => {
  await using _ = await runningSite(busyDay(50))
  expect((await getArchiveMonth('2022-04'))?.days[4]?.stories).toHaveLength(50)
})

test('a day with many stories has several pages, which have each story once, in both directions', async () => {
  await using _ = await runningSite(busyDay(2 * MOST_OF_A_DAY + 50))
  const read = (query: string | null | undefined) =>
    getArchiveDay('2022-04-05', query ? query.replace('?after=', '') : null)
  const first = await read('')
  const second = await read(first?.later)
  const third = await read(second?.later)
  const all = [first, second, third].flatMap((page) => slugs(page) ?? [])
  expect(new Set(all).size).toBe(2 * MOST_OF_A_DAY + 50)
  expect(all).toHaveLength(2 * MOST_OF_A_DAY + 50)
  expect([first, second, third].map((page) => page?.count)).toEqual([450, 450, 450])
  expect([first?.earlier, third?.later]).toEqual([null, null])
  expect([third?.earlier, second?.earlier]).toEqual([second?.query, first?.query])
  expect([first?.query, second?.query, third?.query]).toEqual(['', first?.later, second?.later])
})

test('a page of a day keeps its stories while others are published', async () => {
  await using running = await runningSite(busyDay(MOST_OF_A_DAY + 10))
  const later = (await getArchiveDay('2022-04-05'))?.later?.replace('?after=', '') ?? ''
  const before = slugs(await getArchiveDay('2022-04-05', later))
  await running.change(at({ evening: '2022-04-05T22:00:00Z' }))
  expect(slugs(await getArchiveDay('2022-04-05', later))).toEqual([...(before ?? []), 'evening'])
})

test('a page of a day is found from a story that is gone, and not from another day', async () => {
  await using _ = await runningSite(at({ a: '2022-04-05T12:00:00Z', b: '2022-04-05T13:00:00Z' }))
  expect(await getArchiveDay('2022-04-05', '2022-04-05-123000-gone')).toMatchObject({
    stories: [{ slug: 'b' }],
    query: '?after=2022-04-05-120000-a',
    earlier: '',
  })
  for (const after of [
    '2022-04-05-130000-b',
    '2022-04-06-120000-a',
    '2022-04-02-120000-a',
    'a',
    '',
    '2022-04-05-120000-A',
  ])
    expect(await getArchiveDay('2022-04-05', after)).toBeNull()
})

/** Which of some pages a change puts out of date. */
async function outOfDate(running: RunningSite, change: Parts): Promise<string[]> {
  const pages: Readonly<Record<string, () => Promise<unknown>>> = {
    all: getArchive,
    '2022': () => getArchiveYear('2022'),
    '2023': () => getArchiveYear('2023'),
    '2022-04': () => getArchiveMonth('2022-04'),
    '2022-06': () => getArchiveMonth('2022-06'),
    '2022-04-02': () => getArchiveDay('2022-04-02'),
    '2022-05-20': () => getArchiveDay('2022-05-20'),
    '2025-01-01': () => getArchiveDay('2025-01-01'),
  }
  const read = new Map<string, ReadonlySet<string>>()
  for (const [name, page] of Object.entries(pages)) {
    const reading = new Reading()
    await reading.run(page)
    reading.end()
    read.set(name, reading.keys)
  }
  const changed = new Set(await running.change(change))
  return Array.from(read).flatMap(([name, keys]) => (changed.isDisjointFrom(keys) ? [] : [name]))
}

const SPREAD = at({
  first: '2021-11-11T12:00:00Z',
  june: '2022-06-15T12:00:00Z',
  middle: '2023-06-15T12:00:00Z',
  late: '2024-06-15T12:00:00Z',
  last: '2025-01-01T12:00:00Z',
})

test('what is published today puts no page of other years out of date', async () => {
  await using running = await runningSite(SPREAD)
  expect(await outOfDate(running, at({ today: '2025-12-31T12:00:00Z' }))).toEqual(['all', '2025-01-01'])
})

test('a story that comes between two days puts both out of date, what stands between, and the last day of all', async () => {
  await using running = await runningSite(SPREAD)
  const changed = await outOfDate(running, at({ may: '2022-05-10T12:00:00Z' }))
  expect(changed).toEqual(['2022', 'all', '2022-04', '2022-06', '2022-04-02', '2022-05-20', '2025-01-01'])
  expect(await getArchiveDay('2022-04-02')).toMatchObject({ next: '2022-05-10' })
})

test('a correction of a headline leaves the counts of all years as they are', async () => {
  await using running = await runningSite(SPREAD)
  const edit = article({ published: '2022-06-15T12:00:00Z', title: 'Another headline' })
  const changed = await outOfDate(running, { 'articles/june.md': edit })
  expect(changed).not.toContain('all')
  expect(changed).toContain('2022-06')
})

test('a story that was updated since and moves to another day moves in every count', async () => {
  const moved = (published: string) => article({ published, updated: '2024-01-01T00:00:00Z' })
  const parts = { ...SPREAD, 'articles/x.md': moved('2022-05-01T02:00:00Z') }
  await using running = await runningSite(parts)
  const before = await getArchive()
  const changed = await outOfDate(running, { 'articles/x.md': moved('2022-05-01T14:00:00Z') })
  expect(changed).toContain('all')
  expect(withStories(before.at(-2)?.months)).toContainEqual(['2022-04', 2])
  expect(withStories((await getArchive()).at(-2)?.months)).toContainEqual(['2022-05', 1])
})
