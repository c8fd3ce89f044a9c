import { expect, test } from 'vitest'
import { article, type Parts, yaml } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { Reading } from '../catalog/reading.ts'
import type { Paged, Story } from '../model.ts'
import { getSectionStories } from './sections.ts'
import { getTopicStories } from './topics.ts'

/** A story of the science section, the greater its number the older: `a1` is of October 27, 2025, the others a day apart. */
const one = (n: number, over = {}): Parts => {
  const published = new Date(Date.UTC(2025, 0, 301 - n)).toISOString()
  return { [`articles/a${n}.md`]: article({ published, section: 'science', ...over }) }
}

const many = (count: number, over?: (n: number) => object): Parts =>
  Object.assign({}, ...Array.from({ length: count }, (_, n) => one(n + 1, over?.(n + 1))))

const WITHDRAWN = { status: 'withdrawn', withdrawn: '{ date: 2025-12-01T12:00:00Z, reason: Wrong. }' }

/** Stories that are newer than all others, and of a month in which there are none. */
const NEW = { published: '2025-12-01T12:00:00Z' }

const science = (before: string | null) => getSectionStories('science', before)

/** What a page's address names as its beginning. */
const beginning = (query: string): string | null => new URLSearchParams(query).get('before')

/** The pages of a list one after the other, as links lead from each to the next. */
async function walk(
  ask: (before: string | null) => Promise<Paged<Story> | null>,
  to: 'older' | 'newer' = 'older',
  from: string | null = null,
): Promise<Paged<Story>[]> {
  const page = await ask(from)
  if (page === null) throw new Error(`There is no page before ${from}.`)
  const next = page[to]
  return next === null ? [page] : [page, ...(await walk(ask, to, beginning(next)))]
}

const slugs = (page: Paged<Story> | null | undefined) => page?.items.map(({ slug }) => slug)
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `a${from + n}`)

test('older pages have twenty stories each, and the first one has those that are left over besides', async () => {
  await using _ = await runningSite(many(65))
  const pages = await walk(science)
  expect(pages.map(slugs)).toEqual([numbers(1, 25), numbers(26, 45), numbers(46, 65)])
  expect(pages.map(({ total }) => total)).toEqual([65, null, null])
  expect(pages.map(({ upTo }) => upTo && new Date(upTo).toISOString().slice(0, 10))).toEqual([
    null,
    '2025-10-02',
    '2025-09-12',
  ])
})

test.for([1, 20, 39, 40, 41, 59, 60, 61, 80, 99, 121])(
  'of %i stories each stands on one page, and newer pages are those that older ones were',
  async (count) => {
    // Three stories each are of one moment.
    const together = (n: number) => ({ published: new Date(Date.UTC(2025, 0, 301 - Math.ceil(n / 3))).toISOString() })
    await using _ = await runningSite(many(count, together))
    const down = await walk(science)
    const shown = down.flatMap((page) => slugs(page))
    expect(shown).toHaveLength(count)
    expect(new Set(shown).size).toBe(count)
    expect(down.slice(1).map(({ items }) => items.length)).toEqual(down.slice(1).map(() => 20))
    const up = await walk(science, 'newer', beginning(down.at(-1)?.query ?? ''))
    expect(up.map(({ query }) => query)).toEqual(down.map(({ query }) => query).reverse())
    expect(up.map(slugs)).toEqual(down.map(slugs).reverse())
  },
)

test('a story that is published moves no older page', async () => {
  await using site = await runningSite(many(79))
  const before = await walk(science)
  await site.change({ 'articles/new.md': article({ ...NEW, section: 'science' }) })
  const after = await walk(science)
  expect(before.map(({ items }) => items.length)).toEqual([39, 20, 20])
  expect(after.map(({ items }) => items.length)).toEqual([20, 20, 20, 20])
  expect(after.slice(-2).map(({ query }) => query)).toEqual(before.slice(-2).map(({ query }) => query))
  expect(after.slice(-2).map(slugs)).toEqual(before.slice(-2).map(slugs))
})

test('a page stays when the story that it begins behind goes, under the address of the story before that', async () => {
  await using site = await runningSite(many(65))
  const address = beginning((await science(null))?.older ?? '')
  expect(address).toBe('2025-10-03-000000-a25')
  await site.change(one(25, WITHDRAWN))
  expect(slugs(await science(address))).toEqual(numbers(26, 45))
  expect((await science(address))?.query).toBe('?before=2025-10-04-000000-a24')
})

test('a position above all stories has the newest ones, and is no address of its own', async () => {
  await using _ = await runningSite(many(65))
  const page = await science('2025-12-31-000000-z')
  expect(slugs(page)).toEqual(numbers(1, 20))
  expect(page).toMatchObject({ query: '', newer: '' })
})

test.for(['', '2', '2025-10-03', '2025-02-30-000000-a', '2025-10-03-000000-a25,2025-10-03-000000-a25'])(
  'there is no page before "%s"',
  async (before) => {
    await using _ = await runningSite(many(41))
    expect(await science(before)).toBeNull()
  },
)

test('there is no page behind the last story', async () => {
  await using _ = await runningSite(many(41))
  expect(await science('2025-09-17-000000-a41')).toBeNull()
  expect(await getTopicStories('nothing', '2025-09-17-000000-a41')).toBeNull()
})

test('a section is led by those of its stories that its front names, and no story comes twice', async () => {
  const front = yaml({ lead: 'a3', second: '[a50, station]' })
  await using _ = await runningSite({ ...many(65), 'fronts/science.yaml': front })
  const pages = await walk(science)
  expect(slugs(pages[0])).toEqual(['a3', 'a50', 'a1', 'a2', ...numbers(4, 25)])
  expect(pages.slice(1).map(slugs)).toEqual([numbers(26, 45), numbers(46, 65).filter((slug) => slug !== 'a50')])
})

/** The page of a81 to a100, in the middle of 160 stories, and what it depends on. */
async function middle(ask = science): Promise<{ page: Paged<Story> | null; keys: ReadonlySet<string> }> {
  const reading = new Reading()
  const page = await reading.run(() => ask('2025-08-08-000000-a81'))
  reading.end()
  return { page, keys: reading.keys }
}

const meets = (keys: ReadonlySet<string>, changed: readonly string[]) => changed.some((key) => keys.has(key))

test('an older page does not depend on what is published at the top of its list', async () => {
  await using site = await runningSite(many(160))
  const { page, keys } = await middle()
  expect(slugs(page)).toEqual(numbers(82, 101))
  expect([...keys].filter((key) => /^(?:month|list)/.test(key))).toEqual([
    'month:2025-07',
    'month:2025-08',
    'month:2025-09',
  ])
  const changed = await site.change({ 'articles/new.md': article({ ...NEW, section: 'science' }) })
  expect(changed).toContain('list:section:science')
  expect(meets(keys, changed)).toBe(false)
  expect((await middle()).page).toEqual(page)
})

test.for<[string, Parts]>([
  ['is backdated into it', { 'articles/back.md': article({ published: '2025-08-01T12:00:00Z', section: 'science' }) }],
  ['is withdrawn from it', one(90, WITHDRAWN)],
  ['leaves the section', one(90, { section: 'world' })],
  ['moves away in time', one(90, NEW)],
  ['is corrected in its headline', one(90, { title: 'Another headline' })],
  ['goes, which the newer page begins behind', one(61, WITHDRAWN)],
  [
    'comes, behind which the newer page begins',
    { 'articles/b.md': article({ published: '2025-08-20T12:00:00Z', section: 'science' }) },
  ],
])('an older page depends on a story that %s', async ([, parts]) => {
  await using site = await runningSite(many(160))
  const { page, keys } = await middle()
  const changed = await site.change(parts)
  expect((await middle()).page).not.toEqual(page)
  expect(meets(keys, changed)).toBe(true)
})

test.for<[string, string | null, string | null]>([
  ['gains', null, '[space]'],
  ['loses', '[space]', null],
])('an older page of a topic depends on a story that %s the topic', async ([, was, is]) => {
  const topics = (n: number) => ({ topics: n === 90 ? was : '[space]' })
  await using site = await runningSite(many(160, topics))
  const ask = (before: string | null) => getTopicStories('space', before)
  const { page, keys } = await middle(ask)
  const changed = await site.change(one(90, { topics: is }))
  expect((await middle(ask)).page).not.toEqual(page)
  expect([...keys]).not.toContain('list:topic:space')
  expect(meets(keys, changed)).toBe(true)
})

test.for<[string, string, Parts]>([
  ['the last page depends on a story that comes behind it', '2025-06-10-000000-a140', one(161)],
  [
    'the page behind the first depends on its list',
    '2025-10-08-000000-a20',
    { 'articles/new.md': article({ ...NEW, section: 'science' }) },
  ],
])('%s', async ([, before, parts]) => {
  await using site = await runningSite(many(160))
  const reading = new Reading()
  const page = await reading.run(() => science(before))
  reading.end()
  expect(page?.items).toHaveLength(20)
  expect(meets(reading.keys, await site.change(parts))).toBe(true)
})
