import { expect, test } from 'vitest'
import { article, type Parts } from '#tests/fixtures/content.ts'
import { openedStore } from '#tests/fixtures/store.ts'

const noon = (day: number) => Date.UTC(2025, 0, day, 12)

/** Stories on two days of January 2025, by their names, beside the older one of every folder. */
const TWO_DAYS: Parts = Object.fromEntries(
  ['1-c', '1-a', '1-b', '2-f', '2-d', '2-e'].map((name) => {
    const [day, slug] = name.split('-')
    return [`articles/${slug}.md`, article({ published: new Date(noon(Number(day))).toISOString() })]
  }),
)

test.for<[string, number, string, string, string]>([
  ['a story', noon(1), 'b', 'c station', 'b a f e'],
  ['the first of its time', noon(2), 'd', 'e f a b', 'd'],
  ['the last of its time', noon(2), 'f', 'a b c station', 'f e d'],
  ['a slug that is no story', noon(1), 'aa', 'b c station', 'a f e d'],
  ['a time without stories', noon(1) + 1, 'a', 'a b c station', 'f e d'],
  ['a time before all stories', 0, 'a', '', 'station c b a'],
])(
  'behind %s come the older stories, and before it the newer ones, each from the nearest on',
  async ([, published, slug, older, newer]) => {
    await using site = await openedStore(TWO_DAYS)
    const beside = site.store.catalog.lists.beside('all', { published, slug }, { older: 4, newer: 4 })
    expect(beside.older.map((card) => card.slug).join(' ')).toBe(older)
    expect(beside.newer.map((place) => place.slug).join(' ')).toBe(newer)
  },
)

test('no story is beside a position of a list that is not there', async () => {
  await using site = await openedStore()
  const { lists } = site.store.catalog
  expect(lists.beside('topic:nothing', { published: 0, slug: 'a' }, { older: 4, newer: 4 })).toEqual({
    older: [],
    newer: [],
  })
})
