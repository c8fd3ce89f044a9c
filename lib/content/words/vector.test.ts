import { expect, test } from 'vitest'
import { packTerms } from '#tests/fixtures/terms.ts'
import { fromBytes, renumber, type Term, toBytes, unpackTerms } from './vector.ts'

const term = (over: Partial<Term> = {}): Term => ({ id: 1, name: false, headline: 0, dek: 0, body: 1, ...over })

test('terms are unpacked as they were packed', () => {
  const terms = [
    term(),
    term({ id: 2 ** 21 - 1, name: true, headline: 3, dek: 3, body: 63 }),
    term({ id: 77, body: 0 }),
  ]
  expect(unpackTerms(packTerms(terms))).toEqual(terms)
})

test('counts that are too large are cut', () => {
  expect(unpackTerms(packTerms([term({ headline: 9, dek: 9, body: 999 })]))).toEqual([
    term({ headline: 3, dek: 3, body: 63 }),
  ])
})

test('a term with another number is used the same', () => {
  const [packed = 0] = fromBytes(packTerms([term({ id: 7, name: true, body: 5 })]))
  expect(unpackTerms(toBytes(Uint32Array.of(renumber(packed, 2 ** 21 - 1))))).toEqual([
    term({ id: 2 ** 21 - 1, name: true, body: 5 }),
  ])
})

test('bytes from the middle of others are read as well', () => {
  const bytes = new Uint8Array(9)
  bytes.set(packTerms([term({ id: 5 }), term({ id: 6 })]), 1)
  expect(unpackTerms(bytes.subarray(1)).map(({ id }) => id)).toEqual([5, 6])
})
