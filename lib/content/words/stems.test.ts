import { expect, test } from 'vitest'
import { languageOf, stemmerFor } from './stems.ts'

test('forms of a word have one stem, in the language of the locale', () => {
  const english = stemmerFor('en-GB')
  expect(new Set(['negotiated', 'negotiating', 'negotiation'].map(english)).size).toBe(1)
  const german = stemmerFor('de')
  expect(german('zeitungen')).toBe(german('zeitung'))
  expect(stemmerFor('nb-NO')('avisene')).toBe(stemmerFor('no')('avisen'))
})

test('a language without a stemmer keeps its words', () => {
  expect(stemmerFor('pl')('gazety')).toBe('gazety')
})

test('no word has an empty stem, and none is longer than a word can be', () => {
  for (const locale of ['en', 'ar', 'hi', 'tr', 'ru', 'sr', 'el'])
    for (const word of ['a', 's', '1', 'ing', 'ال', 'и', 'ी']) expect(stemmerFor(locale)(word)).not.toBe('')
  expect(stemmerFor('pl')('x'.repeat(1000)).length).toBe(40)
})

test('only the language of a locale counts', () => {
  expect(languageOf('zh-Hant-TW')).toBe('zh')
})
