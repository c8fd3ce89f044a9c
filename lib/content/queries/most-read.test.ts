import { expect, test } from 'vitest'
import { article, type Parts } from '#tests/fixtures/content.ts'
import { counting } from '#tests/fixtures/readership.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { Reading } from '../catalog/reading.ts'
import { getMostRead, storyAtPath } from './most-read.ts'

/** Stories `a1` to `a9`, the first the newest. */
const NINE: Parts = Object.fromEntries(
  Array.from({ length: 9 }, (_, n) => [
    `articles/a${n + 1}.md`,
    article({ published: new Date(Date.UTC(2025, 0, 30 - n)).toISOString() }),
  ]),
)

const slugs = async (limit: number) => (await getMostRead(limit)).stories.map(({ slug }) => slug)

test('the most read stand first, and of two that are equal the newer one', async () => {
  await using _ = await runningSite(NINE)
  await using counted = await counting()
  counted.read({ a6: 2, a1: 3, a2: 5, a3: 2, a4: 3, a9: 7 })
  expect(await slugs(20)).toEqual(['a9', 'a2', 'a1', 'a4', 'a3', 'a6'])
  expect(await slugs(3)).toEqual(['a9', 'a2', 'a1'])
})

test('stories that lists may not have are passed over, and others take their place', async () => {
  const withdrawn = { status: 'withdrawn', withdrawn: '{ date: 2025-05-01T09:00:00Z, reason: It was made up. }' }
  await using _ = await runningSite({
    ...NINE,
    'articles/a1.md': article(withdrawn),
    'articles/a2.md': article({ status: 'draft' }),
    'articles/a3.md': article({ published: '2199-01-01T00:00:00Z' }),
  })
  await using counted = await counting()
  counted.read({ a1: 9, a2: 9, a3: 9, 'no-such': 9, a4: 8, a5: 7, a6: 6, a7: 5, a8: 4 })
  expect(await slugs(20)).toEqual(['a4', 'a5', 'a6', 'a7', 'a8'])
})

test('a story that was renamed keeps its readers and adds the new ones', async () => {
  await using _ = await runningSite({ ...NINE, 'articles/a5.md': article({ aliases: '[older]' }) })
  await using counted = await counting()
  counted.read({ older: 3, a5: 3, a1: 5, a2: 4, a3: 2, a4: 2 })
  expect((await slugs(20))[0]).toBe('a5')
})

test('four stories that several have read make no list', async () => {
  await using _ = await runningSite(NINE)
  await using counted = await counting()
  counted.read({ a1: 5, a2: 4, a3: 3, a4: 2, a5: 1, a6: 1 })
  expect(await getMostRead(5)).toEqual({ counted: true, stories: [] })
})

test('where nobody counts, that is said', async () => {
  await using _ = await runningSite(NINE)
  expect(await getMostRead(5)).toEqual({ counted: false, stories: [] })
})

test('the answer notes that it shows what is most read, and each story of it', async () => {
  await using _ = await runningSite(NINE)
  await using counted = await counting()
  counted.read({ a1: 5, a2: 4, a3: 3, a4: 2, a5: 2 })
  const reading = new Reading()
  await reading.run(() => getMostRead(5))
  expect([...reading.keys]).toEqual(expect.arrayContaining(['most-read', 'story:a1', 'story:a5']))
  reading.end()
})

test('only the address of a published story is the address of a story', async () => {
  await using _ = await runningSite({ ...NINE, 'articles/a2.md': article({ status: 'draft' }) })
  const paths = [
    '/world/a1',
    '/science/a1',
    '/world/a2',
    '/authors/jo-march',
    '/world',
    '/',
    '/world/a1/x',
    '/world/no',
  ]
  expect(await Promise.all(paths.map(storyAtPath))).toEqual(['a1', ...Array(7).fill(null)])
})
