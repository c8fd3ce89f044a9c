import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmpty, readQuery } from './query.ts'

const read = (q: string) => readQuery(q, 'America/New_York')

const shown = (q: string) => read(q).needs.map(({ words, open }) => words.join(' ') + (open ? '*' : ''))

test('words are needed, and the last one may be a beginning', () => {
  expect(shown('Ébola in Köln')).toEqual(['ebola', 'in', 'koln*'])
})

test('what is quoted or joined stands beside each other, and a quotation that does not end goes on to the end', () => {
  expect(shown('"moon landing" covid-19 “prime minister')).toEqual(['moon landing', 'covid 19', 'prime minister'])
})

test('a dash before a word excludes it, one within a word does not', () => {
  expect(read('moon -mars -"red planet" x-ray').without.map(({ words }) => words)).toEqual([
    ['mars'],
    ['red', 'planet'],
  ])
  expect(shown('moon -mars x-ray')).toEqual(['moon', 'x ray*'])
})

test('dates divide time in the zone of the publication', () => {
  const { start, end } = read('after:2022 before:2022-04-02').range
  expect([start, end].map((ms) => new Date(ms).toISOString())).toEqual([
    '2022-01-01T05:00:00.000Z',
    '2022-04-02T04:00:00.000Z',
  ])
})

test('what is no date is left out and told', () => {
  const { notices, needs } = read('moon before:yesterday')
  expect(needs).toHaveLength(1)
  expect(notices).toEqual(['“before:yesterday” was left out: it is no date. Write one as 2022, 2022-04 or 2022-04-02.'])
})

test('authors and sections are called by the words of their names', () => {
  expect(read('author:"Jo March" -section:world')).toMatchObject({
    authors: [{ words: ['jo', 'march'], negative: false }],
    sections: [{ words: ['world'], negative: true }],
  })
})

test('an operator that nobody knows is a word', () => {
  expect(shown('site:example author:')).toEqual(['site example', 'author*'])
})

test('more than can be read in time is cut, and told', () => {
  expect(read('ab '.repeat(13)).notices).toEqual(['Only the first 12 words were searched for.'])
  expect(read(`${'a'.repeat(300)}`).notices).toEqual(['Only the first 200 characters were searched for.'])
})

test.each(['', ' \u0000\t', '"'.repeat(10_000), '-', '😀', '\uD800', '\u202E', '-""', '()*^:'])(
  '%j asks for nothing',
  (q) => {
    expect(isEmpty(read(q))).toBe(true)
  },
)

test('any text is a query of few plain words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (q) => {
      const { needs, without } = read(q)
      const words = [...needs, ...without].flatMap((need) => need.words)
      expect(words.length).toBeLessThanOrEqual(12)
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
    }),
  )
})
