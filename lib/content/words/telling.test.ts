import { expect, test } from 'vitest'
import { packTerms } from '#tests/fixtures/terms.ts'
import { isName, rarity, tellingTerms, weightOf } from './telling.ts'
import { fromBytes, type Term } from './vector.ts'

const packed = (...terms: Partial<Term>[]) =>
  fromBytes(packTerms(terms.map((term, id) => ({ id, name: false, headline: 0, dek: 0, body: 0, ...term }))))
const [one, ten, name, title, none] = packed(
  { body: 1 },
  { body: 10 },
  { body: 1, name: true },
  { headline: 1, body: 1 },
  {},
) as unknown as [number, number, number, number, number]

test('a word weighs more the oftener it is used, in a headline, and as a name', () => {
  for (const more of [ten, name, title]) expect(weightOf(more)).toBeGreaterThan(weightOf(one))
  expect(weightOf(ten)).toBeLessThan(10 * weightOf(one))
  expect([isName(name), isName(one)]).toEqual([true, false])
})

test('a word of the names beside a text weighs nothing', () => {
  expect(weightOf(none)).toBe(0)
})

test('a rare word says more than a common one, and one of all stories next to nothing', () => {
  expect(rarity(2, 1000)).toBeGreaterThan(rarity(200, 1000))
  expect(rarity(1000, 1000)).toBeLessThan(0.01)
})

test('the telling words are those that are rare and often used, but in other stories too', () => {
  const docs = [500, 5, 1, 0]
  const terms = packed({ body: 9 }, { body: 2 }, { body: 9 }, { body: 9 })
  const telling = tellingTerms(terms, (asked) => asked.map((term) => docs[term] ?? 0), 1000)
  expect(telling.map(({ term }) => term)).toEqual([1, 0])
})
