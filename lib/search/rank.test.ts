import { expect, test } from 'vitest'
import { packTerms } from '#tests/fixtures/terms.ts'
import { bitsOf, fromBytes, type Term } from '../content/words/vector.ts'
import { rarity, recency, score, weigh } from './rank.ts'

const DAY = 24 * 3600 * 1000

/** What a stem's uses weigh that stands so often in some parts. */
const weight = (over: Partial<Term>): number => {
  const [packed = 0] = fromBytes(packTerms([{ id: 1, name: false, headline: 0, dek: 0, body: 0, ...over }]))
  return weigh(bitsOf(packed))
}

test('a use in the headline weighs most, then one in the dek, in the names and in the body', () => {
  const weights = [{ headline: 1 }, { dek: 1 }, {}, { body: 1 }].map(weight)
  expect(weights).toEqual(weights.toSorted((one, other) => other - one))
  expect(new Set(weights).size).toBe(4)
})

test('a word tells the more the fewer articles have it, and never less than nothing', () => {
  expect(rarity(1, 1000)).toBeGreaterThan(rarity(500, 1000))
  expect(rarity(1000, 1000)).toBeGreaterThan(0)
  expect(rarity(2000, 1000)).toBeGreaterThan(0)
})

test('more uses score higher, each further one by less; a longer text scores lower', () => {
  const [one, two, three] = [1, 2, 3].map((uses) => score(uses, 1, 1))
  expect(two).toBeGreaterThan(one ?? 0)
  expect((three ?? 0) - (two ?? 0)).toBeLessThan((two ?? 0) - (one ?? 0))
  expect(score(2, 1, 3)).toBeLessThan(two ?? 0)
  expect(score(0, 5, 1)).toBe(0)
})

test('a story is worth less by the day, and the oldest still something', () => {
  const ages = [-DAY, 0, DAY, 90 * DAY, 3650 * DAY].map(recency)
  expect(ages).toEqual(ages.toSorted((one, other) => other - one))
  expect(ages[0]).toBe(ages[1])
  expect(ages.at(-1)).toBeGreaterThan(1)
})

test('a story about something comes before a new one that mentions it', () => {
  const about = score(weight({ headline: 1, body: 20 }), 1, 1) * recency(3650 * DAY)
  const mention = score(weight({ body: 5 }), 1, 1) * recency(0)
  expect(about).toBeGreaterThan(mention)
})
