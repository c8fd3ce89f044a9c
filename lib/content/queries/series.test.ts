import { expect, test } from 'vitest'
import { article, NOW, type Parts, type Yaml } from '#tests/fixtures/content.ts'
import { runningSite, WRITING } from '#tests/fixtures/running.ts'
import { getSeriesPlace, getSeriesStories } from './series.ts'

const DAY = 24 * 3600 * 1000

/** Parts of a series, `p1` the first, a day apart. */
const parts = (count: number, over: Yaml = {}): Parts =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const published = new Date(Date.UTC(2025, 0, n + 1)).toISOString()
      return [`articles/p${n + 1}.md`, article({ title: `Part ${n + 1}`, published, series: 'moon-again', ...over })]
    }),
  )

const slugs = (things: readonly { readonly slug: string }[] | undefined) => things?.map(({ slug }) => slug)

test('a part knows its place, the one before and the next', async () => {
  await using _ = await runningSite(parts(3))
  const part = (number: number) => ({
    number,
    slug: `p${number}`,
    href: `/world/p${number}`,
    headline: `Part ${number}`,
    state: 'published',
  })
  expect(await getSeriesPlace('moon-again', 'p2')).toEqual({
    series: { slug: 'moon-again', title: 'The Moon, again', href: '/series/moon-again' },
    part: 2,
    of: 3,
    previous: part(1),
    next: part(3),
    nearby: [part(1), part(2), part(3)],
  })
})

test('the first part has none before it, and the last none after it', async () => {
  await using _ = await runningSite(parts(2))
  expect(await getSeriesPlace('moon-again', 'p1')).toMatchObject({ previous: null, next: { slug: 'p2' } })
  expect(await getSeriesPlace('moon-again', 'p2')).toMatchObject({ previous: { slug: 'p1' }, next: null })
})

test.each([
  [1, ['p1', 'p7']],
  [5, ['p2', 'p8']],
  [12, ['p6', 'p12']],
])('seven parts stand around part %d of twelve', async (part, [first, last]) => {
  await using _ = await runningSite(parts(12))
  const nearby = slugs((await getSeriesPlace('moon-again', `p${part}`))?.nearby)
  expect([nearby?.length, nearby?.at(0), nearby?.at(-1)]).toEqual([7, first, last])
})

test('a scheduled part is neither counted nor named until it is published', async () => {
  const later = { 'articles/p9.md': article({ published: new Date(NOW + DAY).toISOString(), series: 'moon-again' }) }
  await using site = await runningSite({
    ...parts(2),
    ...later,
    'articles/d.md': article({ series: 'moon-again', status: 'draft' }),
  })
  expect(await getSeriesPlace('moon-again', 'p2')).toMatchObject({ part: 2, of: 2, next: null })
  expect(slugs(await getSeriesStories('moon-again'))).toEqual(['p1', 'p2'])
  expect(await site.tick(NOW + 2 * DAY)).toContain('list:series:moon-again')
  expect(await getSeriesPlace('moon-again', 'p2')).toMatchObject({ part: 2, of: 3, next: { slug: 'p9' } })
})

test('those who write see drafts in their place, marked', async () => {
  await using _ = await runningSite(
    { ...parts(1), 'articles/d.md': article({ series: 'moon-again', status: 'draft' }) },
    WRITING,
  )
  expect((await getSeriesPlace('moon-again', 'p1'))?.nearby.map(({ slug, state }) => [slug, state])).toEqual([
    ['d', 'draft'],
    ['p1', 'published'],
  ])
})

test('a withdrawn part has no place, and the others close up', async () => {
  const withdrawn = { status: 'withdrawn', withdrawn: '{ date: 2025-06-01T00:00:00Z, reason: It was wrong. }' }
  await using _ = await runningSite({
    ...parts(3),
    'articles/p2.md': article({ series: 'moon-again', published: '2025-01-02T00:00:00Z', ...withdrawn }),
  })
  expect(await getSeriesPlace('moon-again', 'p2')).toMatchObject({ part: null, of: 2, previous: null, next: null })
  expect(await getSeriesPlace('moon-again', 'p3')).toMatchObject({ part: 2, of: 2, previous: { slug: 'p1' } })
})

test('parts that appear at one moment go by the numbers in their slugs', async () => {
  const published = '2025-01-01T00:00:00Z'
  const names = ['part-10', 'part-2', 'part-1']
  await using _ = await runningSite(
    Object.fromEntries(names.map((name) => [`articles/${name}.md`, article({ published, series: 'moon-again' })])),
  )
  expect(slugs(await getSeriesStories('moon-again'))).toEqual(['part-1', 'part-2', 'part-10'])
})

test('there is no place in a series that is not there', async () => {
  await using _ = await runningSite(parts(1))
  expect(await getSeriesPlace('nothing', 'p1')).toBeNull()
})
