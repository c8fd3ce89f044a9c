import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { manifest } from './manifest.ts'

test('the manifest says what site.yaml says', () => {
  const he = publication({ name: 'הגיליון', description: 'עיתון', locale: 'he-IL' })
  expect(manifest(he)).toMatchObject({ name: 'הגיליון', short_name: 'הגיליון', description: 'עיתון', lang: 'he-IL' })
})

test('it opens in the browser, at the front', () => {
  expect(manifest(publication())).toMatchObject({ start_url: '/', scope: '/', display: 'browser' })
})

test('it has an icon of each size that platforms ask for, and one that may be cut', () => {
  expect(manifest(publication()).icons.map(({ sizes, purpose }) => [sizes, purpose])).toEqual([
    ['192x192', 'any'],
    ['512x512', 'any'],
    ['512x512', 'maskable'],
  ])
})
