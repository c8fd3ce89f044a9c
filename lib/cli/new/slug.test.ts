import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RESERVED } from '../../content/rules/names.ts'
import { SLUG } from '../../content/schema/values.ts'
import { chooseSlug, slugOf } from './slug.ts'

const NONE = new Set<string>()

test.each([
  ['Water where the Sun never shines', 'water-where-the-sun-never-shines'],
  ['Café à Zürich: l’Été', 'cafe-a-zurich-lete'],
  ['Ærø, Łódź and Straße', 'aero-lodz-and-strasse'],
  ["Russia's and Russia’s", 'russias-and-russias'],
  ['  1,000 -- or 2.5 %?  ', '1-000-or-2-5'],
  ['The “ﬁrst” 🚀 beep', 'the-first-beep'],
])('%s becomes %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test.each(['🎉', '東京', '—?!'])('%s has nothing for a slug', (title) => {
  expect(slugOf(title)).toBe('')
})

test('a long title is cut between words', () => {
  expect(slugOf('twelve chars '.repeat(9))).toBe(`${'twelve-chars-'.repeat(7)}twelve`)
})

test('a long word is cut where it has to be', () => {
  expect(slugOf('a'.repeat(150))).toBe('a'.repeat(100))
})

test('whatever the title, a slug is empty or good', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 110 }), (title) => {
      const slug = slugOf(title)
      expect(slug === '' || (SLUG.test(slug) && slug.length <= 100)).toBe(true)
    }),
  )
})

test('a slug that an article has gets the next number that is free', () => {
  expect(chooseSlug('The beep', undefined, new Set(['the-beep', 'the-beep-2']), NONE)).toEqual({ slug: 'the-beep-3' })
})

test('a slug that an article once had is taken too', () => {
  expect(chooseSlug('The beep', undefined, NONE, new Set(['the-beep']))).toEqual({ slug: 'the-beep-2' })
})

test.each([...RESERVED].filter((name) => SLUG.test(name)))('%s is left to the site', (name) => {
  expect(chooseSlug(name, undefined, NONE, NONE)).toEqual({ slug: `${name}-2` })
})

test('a slug that was asked for is taken as it is', () => {
  expect(chooseSlug('Anything', 'the-beep', NONE, NONE)).toEqual({ slug: 'the-beep' })
})

test('a slug that was asked for is never changed', () => {
  expect(chooseSlug('Anything', 'the-beep', new Set(['the-beep']), NONE)).toEqual({
    fault: 'the slug "the-beep" is used already; "the-beep-2" is free',
  })
})

test('a reserved slug is refused when it is asked for', () => {
  expect(chooseSlug('Anything', 'search', NONE, NONE)).toEqual({
    fault: 'the slug "search" is a name that the site needs itself; "search-2" is free',
  })
})

test.each(['The-Beep', 'a--b', '../etc', 'a/b', 'é', 'a'.repeat(101)])('%s is no slug', (wanted) => {
  expect(chooseSlug('Anything', wanted, NONE, NONE)).toHaveProperty('fault', expect.stringContaining('is no slug'))
})

test('a title without letters asks for a slug', () => {
  expect(chooseSlug('東京', undefined, NONE, NONE)).toHaveProperty('fault', expect.stringContaining('give a --slug'))
})
