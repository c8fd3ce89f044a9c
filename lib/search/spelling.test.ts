import { expect, test } from 'vitest'
import { likeliest, slipsBetween, slipsOf } from './spelling.ts'

test.each([
  ['election', 'election', 0],
  ['elction', 'election', 1],
  ['eelction', 'leection', 2],
  ['eleciton', 'election', 1],
  ['parliment', 'parliament', 1],
  ['', 'abc', 3],
])('%s is as far from %s as slips of the fingers made it', (one, other, slips) => {
  expect(slipsBetween(one, other)).toBe(slips)
})

test('each slip of a word is one slip away from it', () => {
  const slips = slipsOf('moon', ['m', 'o', 'n', 'x'])
  expect(slips).toContain('mono')
  expect(slips.filter((slip) => slipsBetween(slip, 'moon') !== 1)).toEqual([])
})

test('a frequent word is likelier than a rare one as near, and than a nearer one that hardly anybody writes', () => {
  const meant = (...candidates: [string, number][]) =>
    likeliest(
      'elecion',
      candidates.map(([word, docs]) => ({ word, docs })),
    )?.word
  expect(meant(['erection', 3], ['election', 900])).toBe('election')
  expect(meant(['elecon', 1], ['elections', 9000])).toBe('elections')
  expect(meant(['zebra', 90_000])).toBeUndefined()
})
