import { expect, test } from 'vitest'
import type { Version } from '#lib/content/model.ts'
import { languages, openGraphLocale } from './languages.ts'

const URL = 'https://broadsheet.example'
const VERSIONS: readonly Version[] = [
  { locale: 'en-US', href: '/world/a', isDefault: true },
  { locale: 'en-GB', href: '/world/b', isDefault: false },
]

test('a version names itself, the others and the one for everybody else, by full addresses', () => {
  expect(languages(URL, VERSIONS, '/world/b')).toEqual({
    'en-US': `${URL}/world/a`,
    'en-GB': `${URL}/world/b`,
    'x-default': `${URL}/world/a`,
  })
})

test('all versions say the same', () => {
  expect(languages(URL, VERSIONS, '/world/a')).toEqual(languages(URL, VERSIONS, '/world/b'))
})

test('of two for the same readers the first counts, however its tag is written, and the other says nothing', () => {
  const versions = [...VERSIONS, { locale: 'EN-gb', href: '/world/c', isDefault: false }]
  expect(languages(URL, versions, '/world/a')).toEqual(languages(URL, VERSIONS, '/world/a'))
  expect(languages(URL, versions, '/world/c')).toBeNull()
})

test.for([[[]], [VERSIONS.slice(0, 1)]] as const)(
  'where there is nothing to choose from, nothing is said: %j',
  ([versions]) => {
    expect(languages(URL, versions, '/world/a')).toBeNull()
  },
)

test('what a tag says of calendars and numerals is left out', () => {
  const versions = [...VERSIONS, { locale: 'ar-EG-u-nu-latn', href: '/world/d', isDefault: false }]
  expect(languages(URL, versions, '/world/a')).toMatchObject({ 'ar-EG': `${URL}/world/d` })
})

test.for([
  ['en-US', 'en_US'],
  ['en-gb', 'en_GB'],
  ['he', 'he_IL'],
  ['zh-Hant', 'zh_TW'],
  ['es-419', 'es_419'],
] as const)('%s is %s to Open Graph', ([tag, locale]) => {
  expect(openGraphLocale(tag)).toBe(locale)
})
