import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bits } from '../content/catalog/bits.ts'
import { Facts } from '../content/catalog/facts.ts'
import { chosen, type Filters, filter } from './filter.ts'

const story = fc.record({
  state: fc.constantFrom('published', 'draft', 'withdrawn', null),
  section: fc.constantFrom('world', 'science'),
  kind: fc.constantFrom('news', 'analysis'),
  authors: fc.uniqueArray(fc.constantFrom('jo', 'amy', 'beth'), { maxLength: 2 }),
  year: fc.integer({ min: 2020, max: 2022 }),
  isMatch: fc.boolean(),
})
const maybe = (most: number) => fc.option(fc.nat(most))

const ANYTIME = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY, latest: Number.POSITIVE_INFINITY }
const ANYTHING = { ...ANYTIME, authors: [], sections: [], highest: 1e6 }

test('what is found and counted is what a look at each story tells', () => {
  const wishes = fc.record({ section: maybe(1), kind: maybe(1), author: maybe(2), year: fc.option(fc.constant(2021)) })
  fc.assert(
    fc.property(fc.array(story), wishes, (stories, filters: Filters) => {
      const facts = new Facts('UTC', false)
      for (const [nth, { authors, year, ...rest }] of stories.entries())
        facts.apply({ nth, article: nth + 1, published: Date.UTC(year, 5), authors: JSON.stringify(authors), ...rest })
      const matches = Bits.of(stories.flatMap(({ isMatch }, nth) => (isMatch ? [nth + 1] : [])))
      const counted = filter(matches, facts, filters, ANYTHING)
      const tests = {
        section: (each: (typeof stories)[number]) => facts.sections.find(each.section) === filters.section,
        kind: (each: (typeof stories)[number]) => facts.kinds.find(each.kind) === filters.kind,
        author: (each: (typeof stories)[number]) =>
          each.authors.some((author) => facts.authors.find(author) === filters.author),
        year: (each: (typeof stories)[number]) => each.year === filters.year,
      }
      const passing = (but: string | null) =>
        stories.flatMap((each, nth) => {
          const isFound = each.isMatch && each.state === 'published'
          const fits = Object.entries(tests).every(
            ([name, is]) => name === but || filters[name as keyof Filters] === null || is(each),
          )
          return isFound && fits ? [{ ...each, id: nth + 1 }] : []
        })
      expect(counted.ids).toEqual(passing(null).map(({ id }) => id))
      expect(counted.sections).toEqual(tally(passing('section').map((each) => facts.sections.find(each.section))))
      expect(counted.kinds).toEqual(tally(passing('kind').map((each) => facts.kinds.find(each.kind))))
      expect(counted.years).toEqual(tally(passing('year').map((each) => each.year)))
      const wrote = passing('author').flatMap(({ authors }) => authors.map((author) => facts.authors.find(author)))
      expect(counted.authors).toEqual(tally(wrote))
    }),
  )
})

function tally(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const number of numbers.toSorted()) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}

test('a visit sees nothing that came after it began, and a query nothing beyond its bounds', () => {
  const facts = new Facts('UTC', false)
  const row = { state: 'published' as const, section: 'world', kind: 'news', authors: '["jo"]' }
  for (const id of [1, 2, 3, 4]) facts.apply({ ...row, nth: id, article: id, published: id * 1000 })
  const none = { section: null, kind: null, author: null, year: null }
  const ids = (over: Partial<typeof ANYTHING>) => filter(null, facts, none, { ...ANYTHING, ...over }).ids
  expect(ids({ highest: 3 })).toEqual([1, 2, 3])
  expect(ids({ latest: 2000 })).toEqual([1, 2])
  expect(ids({ start: 2000, end: 4000 })).toEqual([2, 3])
})

test('names are called by all words of a call', () => {
  const names = [
    { number: 0, words: ['jo', 'march'] },
    { number: 1, words: ['amy', 'march'] },
  ]
  const called = (...words: string[]) => [...(chosen([{ words, negative: false }], names)[0]?.numbers ?? [])]
  expect([called('march'), called('march', 'jo'), called('beth')]).toEqual([[0, 1], [0], []])
})
