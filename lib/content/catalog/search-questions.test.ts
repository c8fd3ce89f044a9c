import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, type ContentFolder, contentFolder, NOW } from '#tests/fixtures/content.ts'
import { SearchableFolder } from '#tests/fixtures/searchable.ts'
import type { Catalog } from './catalog.ts'

const ZONE = 'America/New_York'
const WORDS = ['harbour', 'lantern', 'orchard']
const fileOf = (nth: number) => `articles/2022/04/s${nth}.md`

/** What can happen to a story. */
const STATES = {
  published: {},
  draft: { status: 'draft' },
  scheduled: { published: '2026-01-01T13:00:00Z' },
  withdrawn: { status: 'withdrawn', withdrawn: '{ date: 2022-05-01T12:00:00Z, reason: Wrong. }' },
  elsewhere: {
    section: 'science',
    kind: 'analysis',
    authors: '[amy-march, jo-march]',
    published: '2021-01-01T04:30:00Z',
  },
}

/** Which articles have the words, anywhere and ahead, as numbers. */
function sets({ search, vocabulary }: Catalog, highest: number) {
  return vocabulary
    .stems(WORDS)
    .sort((one, other) => one.id - other.id)
    .map((stem) =>
      (['anywhere', 'ahead'] as const).map((where) => {
        const bits = search.having(stem, where, ZONE)
        return [stem.stem, where, ...Array.from({ length: highest + 1 }, (_, id) => id).filter((id) => bits.has(id))]
      }),
    )
}

/** All that a search may see of every article. */
async function seen(catalog: Catalog) {
  const facts = await catalog.search.facts(ZONE)
  const { highest, nth, found, published, year, section, kind } = facts
  const articles = Array.from({ length: highest + 1 }, (_, id) => [
    found[id],
    published[id],
    year[id],
    facts.sections.names[section[id] ?? 0],
    facts.kinds.names[kind[id] ?? 0],
    facts.bylines[facts.byline[id] ?? 0]?.map((author) => facts.authors.names[author]),
  ])
  return { highest, nth, articles: articles.slice(1), sets: sets(catalog, highest) }
}

interface Step {
  readonly nth: number
  readonly state: keyof typeof STATES | 'gone'
  readonly headline: string
  readonly body: string
  readonly isEntered: boolean
  readonly hour: number
}

const word = fc.constantFrom(...WORDS, 'plain')
const step: fc.Arbitrary<Step> = fc.record({
  nth: fc.nat(3),
  state: fc.constantFrom(...(Object.keys(STATES) as (keyof typeof STATES)[]), 'gone'),
  headline: word,
  body: word,
  isEntered: fc.boolean(),
  hour: fc.nat(3),
})

async function take(folder: ContentFolder, { nth, state, headline, body }: Step): Promise<void> {
  if (state !== 'gone')
    return folder.write({ [fileOf(nth)]: article({ title: `A ${headline}`, ...STATES[state] }, `Some ${body}.\n`) })
  await folder.write({ [fileOf(nth)]: '' })
  await folder.remove(fileOf(nth))
}

test('what is remembered is what a catalog tells that remembers nothing, whatever happens to stories', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      await using folder = await contentFolder({ [fileOf(9)]: article({ title: WORDS.join(' ') }) })
      using searchable = await SearchableFolder.of(folder.root, NOW)
      await seen(searchable.catalog)
      for (const each of steps) {
        await take(folder, each)
        searchable.follow(NOW + each.hour * 3_600_000)
        if (each.isEntered) searchable.enter()
        expect(await seen(searchable.catalog)).toEqual(await seen(searchable.fresh))
      }
    }),
    { numRuns: 25 },
  )
}, 30_000)

test('after many changes at once sets are read again', async () => {
  await using folder = await contentFolder()
  using searchable = await SearchableFolder.of(folder.root, NOW)
  await folder.write({ [fileOf(0)]: article({ title: 'A harbour' }) })
  searchable.follow()
  searchable.enter()
  const before = await seen(searchable.catalog)
  const many = Array.from({ length: 600 }, (_, nth) => [fileOf(nth), article({ title: 'Harbour lantern' })])
  await folder.write(Object.fromEntries(many))
  searchable.follow()
  searchable.enter()
  const after = await seen(searchable.catalog)
  expect(after).toEqual(await seen(searchable.fresh))
  expect([before.sets[0]?.[0]?.length, after.sets[0]?.[0]?.length]).toEqual([3, 602])
}, 30_000)

test('a year is one of the zone, and what only writers see is found while writing', async () => {
  await using folder = await contentFolder({
    [fileOf(1)]: article({ published: '2022-01-01T04:59:59Z' }),
    [fileOf(2)]: article({ published: '2022-01-01T05:00:00Z' }),
    [fileOf(3)]: article({ status: 'draft' }),
  })
  using searchable = await SearchableFolder.of(folder.root, NOW)
  const { articles } = await seen(searchable.catalog)
  expect(articles.map(([found, , year]) => [found, year]).sort()).toEqual([
    [0, 2022],
    [1, 2021],
    [1, 2022],
    [1, 2022],
  ])
})
