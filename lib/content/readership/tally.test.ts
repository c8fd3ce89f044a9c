import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decayed, HALF_LIFE, Tally } from './tally.ts'

const T = Date.parse('2026-01-01T12:00:00Z')
const slugs = (tally: Tally, now = T, least = 0) => tally.ranked(now, 10, least).map(({ slug }) => slug)

test('a view counts half after one half-life and a quarter after two', () => {
  expect([0, 1, 2].map((times) => decayed(1, times * HALF_LIFE))).toEqual([1, 0.5, 0.25])
})

test('three readers now are more than five of half a day ago', () => {
  const tally = new Tally()
  for (let i = 0; i < 5; i++) tally.add('old', T - 2 * HALF_LIFE)
  for (let i = 0; i < 3; i++) tally.add('new', T)
  expect(tally.ranked(T, 10, 0)).toEqual([
    { slug: 'new', score: 3 },
    { slug: 'old', score: 1.25 },
  ])
})

test('it makes no difference in which order views are told of', () => {
  const view = fc.record({ slug: fc.constantFrom('a', 'b'), ago: fc.integer({ min: 0, max: 4 * HALF_LIFE }) })
  fc.assert(
    fc.property(fc.array(view, { maxLength: 20 }), (views) => {
      const tallyOf = (list: typeof views) => {
        const tally = new Tally()
        for (const { slug, ago } of list) tally.add(slug, T - ago)
        return Object.fromEntries(tally.ranked(T, 10, 0).map(({ slug, score }) => [slug, score]))
      }
      const [there, back] = [tallyOf(views), tallyOf(views.toReversed())]
      for (const [slug, score] of Object.entries(there)) expect(back[slug]).toBeCloseTo(score, 1)
    }),
  )
})

test('time changes no order among the scores, however much of it passes', () => {
  const tally = new Tally()
  for (const [slug, times] of Object.entries({ a: 1, b: 3, c: 2 })) for (let i = 0; i < times; i++) tally.add(slug, T)
  expect(slugs(tally)).toEqual(['b', 'c', 'a'])
  expect(slugs(tally, T + 3 * HALF_LIFE)).toEqual(['b', 'c', 'a'])
})

test('a clock that is set back takes nothing away', () => {
  const tally = new Tally()
  tally.add('a', T)
  expect(tally.ranked(T - HALF_LIFE, 10, 0)).toEqual([{ slug: 'a', score: 1 }])
})

test('views count in full after a clock that was a year ahead has been put right', () => {
  const tally = new Tally()
  tally.add('a', T + 365 * 24 * 3_600_000)
  tally.add('a', T)
  expect(tally.ranked(T, 10, 0)).toEqual([{ slug: 'a', score: 2 }])
})

test('stories below the least are left out', () => {
  const tally = new Tally()
  for (const slug of ['a', 'b', 'b']) tally.add(slug, T)
  expect(slugs(tally, T, 1.5)).toEqual(['b'])
})

test('of too many stories the least read are dropped', () => {
  const tally = new Tally([], 100)
  for (let n = 0; n < 1000; n++) {
    tally.add('read-often', T)
    tally.add(`once-${n}`, T)
  }
  const kept = tally.counted(T)
  expect(kept.length).toBeLessThanOrEqual(100)
  expect(kept.find(({ slug }) => slug === 'read-often')?.score).toBe(1000)
})

test('what it has counted makes another that goes on from there', () => {
  const tally = new Tally()
  for (const slug of ['a', 'b', 'b']) tally.add(slug, T)
  const again = new Tally(tally.counted(T))
  again.add('a', T)
  expect(again.ranked(T, 10, 0)).toEqual([
    { slug: 'a', score: 2 },
    { slug: 'b', score: 2 },
  ])
})

test('after some days a story is not worth keeping', () => {
  const tally = new Tally()
  tally.add('a', T)
  expect([tally.counted(T + 24 * 3_600_000), tally.counted(T + 72 * 3_600_000)].map(({ length }) => length)).toEqual([
    1, 0,
  ])
})
