import { expect, test } from 'vitest'
import { knownQuery } from '../../delivery/http/parameters.ts'
import { changed, readSearch, searchAddress } from './address.ts'

const WHOLE = {
  q: '"The Moon" −Été & 100%',
  section: 'science',
  kind: 'feature',
  author: 'rosa-delgado',
  year: 2022,
  sort: 'newest',
  page: 3,
  until: '120',
} as const

const given = (address: string) => Object.fromEntries(new URL(address, 'http://a.example').searchParams)

test('an address says all of a search, and reading it gives the same', () => {
  expect(readSearch(given(searchAddress(WHOLE)))).toEqual({ request: WHOLE, misread: [] })
})

test('what goes without saying is not in the address', () => {
  expect(searchAddress({ q: 'moon', page: 1, sort: 'relevance', year: null })).toBe('/search?q=moon')
  expect(searchAddress({})).toBe('/search')
})

test('the site writes an address as the page cache knows it', () => {
  const [path = '', query = ''] = searchAddress(WHOLE).split('?')
  expect(path + knownQuery(path, query)).toBe(searchAddress(WHOLE))
})

test('a form with empty fields searches without them', () => {
  const { request, misread } = readSearch({ q: 'moon', section: '', year: '', sort: '', page: '' })
  expect([searchAddress(request), misread]).toEqual(['/search?q=moon', []])
})

test.for([
  ['page', '0'],
  ['page', '-1'],
  ['page', '1e3'],
  ['page', '9999999'],
  ['sort', 'oldest'],
  ['year', '22'],
  ['year', 'MMXXII'],
  ['section', 'x'.repeat(101)],
])('%s=%s is named and left out', ([parameter, value]) => {
  const { request, misread } = readSearch({ q: 'moon', [String(parameter)]: value })
  expect(searchAddress(request)).toBe('/search?q=moon')
  expect(misread.map((one) => one.parameter)).toEqual([parameter])
})

test('of a parameter that is repeated the first counts, with a word about it', () => {
  const { request, misread } = readSearch({ q: ['moon', 'sun'] })
  expect([request.q, misread[0]?.parameter]).toEqual(['moon', 'q'])
})

test('half a letter in a query makes no address break', () => {
  expect(searchAddress({ q: 'a\ud800b' })).toBe('/search?q=a%EF%BF%BDb')
})

test('a search that is changed is asked anew', () => {
  expect(searchAddress(changed(WHOLE, { kind: null }))).not.toMatch(/kind|page|until/)
})
