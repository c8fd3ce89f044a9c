import { expect, test } from 'vitest'
import { languageOf, languageWithin } from './language.ts'

test.each([
  ['en-US', 'ltr'],
  ['he-IL', 'rtl'],
  ['ar', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ja', 'ltr'],
] as const)('%s is read %s', (lang, dir) => {
  expect(languageOf(lang)).toEqual({ lang, dir })
})

test('a part of a page names its language where it is another one', () => {
  expect(languageWithin('en-GB', 'en-US')).toEqual({ lang: 'en-GB', dir: 'ltr' })
  expect(languageWithin('en-US', 'en-US')).toEqual({})
  expect(languageWithin(undefined, 'en-US')).toEqual({})
})
