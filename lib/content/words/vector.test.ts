import { expect, test } from 'vitest'
import { packTerms, type Term, unpackTerms } from './vector.ts'

const term = (over: Partial<Term> = {}): Term => ({ id: 1, name: false, headline: 0, dek: 0, body: 1, ...over })

test('terms are unpacked as they were packed', () => {
  const terms = [
    term(),
    term({ id: 2 ** 21 - 1, name: true, headline: 3, dek: 3, body: 63 }),
    term({ id: 77, body: 0 }),
  ]
  expect(unpackTerms(packTerms(terms))).toEqual(terms)
})

test('counts that are too large are cut, and numbers that are too large left out', () => {
  expect(unpackTerms(packTerms([term({ headline: 9, dek: 9, body: 999 }), term({ id: 2 ** 21 })]))).toEqual([
    term({ headline: 3, dek: 3, body: 63 }),
  ])
})

test('bytes from the middle of others are read as well', () => {
  const bytes = new Uint8Array(9)
  bytes.set(packTerms([term({ id: 5 }), term({ id: 6 })]), 1)
  expect(unpackTerms(bytes.subarray(1)).map(({ id }) => id)).toEqual([5, 6])
})
