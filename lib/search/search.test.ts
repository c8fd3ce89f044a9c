import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, NOW } from '#tests/fixtures/content.ts'
import { type RunningSite, runningSite } from '#tests/fixtures/running.ts'
import type { SearchRequest } from './model.ts'
import { search } from './search.ts'

const asked = (q: string, over: Partial<SearchRequest> = {}) =>
  search(
    { q, page: 1, sort: 'relevance', section: null, kind: null, author: null, year: null, until: null, ...over },
    NOW,
  )

const slugs = async (q: string, over: Partial<SearchRequest> = {}) =>
  (await asked(q, over)).hits.map(({ story }) => story.slug)

/** Waits until a search finds so many stories: words are entered shortly after a change. */
const untilFound = (q: string, total: number) =>
  expect.poll(async () => (await asked(q)).total, { timeout: 5000, interval: 20 }).toBe(total)

const PARTS = {
  'articles/2022/04/moon.md': article({ title: 'Moon landing', section: 'science' }, 'They negotiated a crater.\n'),
  'articles/2022/05/mars.md': article(
    { title: 'Mars', published: '2023-05-02T10:00:00Z', authors: '[amy-march]', kind: 'analysis' },
    'A landing near a cafe, on the moon of Mars.\n',
  ),
  'articles/2022/05/draft.md': article({ title: 'Secret moonlit draft', status: 'draft' }, 'Xylophone moon.\n'),
  'articles/2022/05/later.md': article({ title: 'Later moon', published: '2099-01-01T10:00:00Z' }, 'Xylophone moon.\n'),
}

async function searchable(parts = {}): Promise<RunningSite> {
  const site = await runningSite({ ...PARTS, ...parts })
  await untilFound('stays', 1)
  await untilFound('mars', 1)
  await untilFound('crater', 1)
  return site
}

test('stories are found by stems, folded, in all of their parts, the headline before the body', async () => {
  await using _site = await searchable()
  expect(await slugs('negotiating')).toEqual(['moon'])
  expect(await slugs('CAFÉ')).toEqual(['mars'])
  expect(await slugs('moon')).toEqual(['moon', 'mars'])
  expect(await slugs('"moon landing"')).toEqual(['moon'])
  expect(await slugs('moon -mars')).toEqual(['moon'])
  expect(await slugs('author:amy')).toEqual(['mars'])
  expect(await slugs('amy')).toEqual(['mars'])
  expect(await slugs('section:science')).toEqual(['moon'])
  expect(await slugs('landing before:2023')).toEqual(['moon'])
  expect(await slugs('negot')).toEqual(['moon'])
  expect(await slugs('landing', { sort: 'newest' })).toEqual(['mars', 'moon'])
})

test('what readers may not see is neither found, nor counted, nor suggested', async () => {
  await using _site = await searchable()
  expect(await asked('xylophone')).toMatchObject({ total: 0, hits: [] })
  expect(await asked('xylophon')).toMatchObject({ total: 0, suggestion: null })
  expect((await asked('xylophnoe')).suggestion).toBeNull()
  expect((await asked('moon')).total).toBe(2)
})

test('a misspelt word leads to one that stories have', async () => {
  await using _site = await searchable()
  const { suggestion } = await asked('moon lnading')
  expect(suggestion?.q).toBe('moon landing')
  expect(suggestion?.marked.filter(({ hit }) => hit)).toEqual([{ text: 'landing', hit: true }])
})

test('filters count what would be found without them', async () => {
  await using _site = await searchable()
  const { total, facets } = await asked('moon', { year: 2023 })
  expect(total).toBe(1)
  expect(facets.years.map(({ value, count, selected }) => [value, count, selected])).toEqual([
    ['2023', 1, true],
    ['2022', 1, false],
  ])
  expect(facets.kinds.map(({ label, count }) => [label, count])).toEqual([['Analysis', 1]])
  expect(facets.authors.map(({ label }) => label)).toEqual(['Amy March'])
})

test('stories that are published meanwhile move nothing on further pages', async () => {
  const many = Array.from({ length: 25 }, (_, nth) => [
    `articles/2022/06/comet-${nth}.md`,
    article({ title: `Comet ${nth}` }, 'A comet.\n'),
  ])
  await using site = await searchable(Object.fromEntries(many))
  await untilFound('comet', 25)
  const first = await asked('comet')
  await site.change({ 'articles/2022/07/new.md': article({ title: 'Comet comet comet' }, 'A comet.\n') })
  await untilFound('comet', 26)
  const rest = await Promise.all([2, 3].map((page) => slugs('comet', { page, until: first.until })))
  const all = [...first.hits.map(({ story }) => story.slug), ...rest.flat()]
  expect(new Set(all).size).toBe(25)
  expect(all).toHaveLength(25)
  expect(all).not.toContain('new')
})

test('a corrected story is found by its new words, and no more by the old ones', async () => {
  await using site = await searchable()
  await site.change({ 'articles/2022/04/moon.md': article({ title: 'Moon', section: 'science' }, 'A volcano.\n') })
  await untilFound('volcano', 1)
  await untilFound('crater', 0)
})

test('a withdrawn story is not found', async () => {
  await using site = await searchable()
  const withdrawn = { status: 'withdrawn', withdrawn: '{ date: 2022-05-01T12:00:00Z, reason: Wrong. }' }
  await site.change({ 'articles/2022/04/moon.md': article({ title: 'Moon', section: 'science', ...withdrawn }) })
  expect(await slugs('moon')).toEqual(['mars'])
})

test('whatever is searched for is answered', async () => {
  await using _site = await searchable()
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  const piece = fc.oneof(
    text,
    fc.constantFrom('moon', '"', '-', 'author:', 'NEAR(', ' OR ', '*', '{headline}:', "'; --", 'after:2022'),
  )
  const query = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '))
  await fc.assert(
    fc.asyncProperty(query, text, fc.integer(), async (q, value, page) => {
      const { total, hits } = await asked(q, { page, section: value === '' ? null : value, until: value })
      expect(hits.length).toBeLessThanOrEqual(Math.min(total, 10))
    }),
    { numRuns: 200 },
  )
})
