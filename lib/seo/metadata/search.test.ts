import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { answer, hit } from '#tests/fixtures/search.ts'
import { describeSearch } from './search.ts'

const SITE = 'https://broadsheet.example'
const head = (...given: Parameters<typeof answer>) => describeSearch(publication(), answer(...given))

test('no search engine keeps a search', () => {
  expect(head({}).robots).toEqual({ index: false })
  expect(head({ q: 'moon' }).robots).toEqual({ index: false })
})

test('the title says what is searched for, and which page of it this is', () => {
  expect(head({}).title).toEqual({ absolute: 'Search | Broadsheet' })
  expect(head({ q: ' the\n moon ' }).title).toEqual({ absolute: 'Search: the moon | Broadsheet' })
  expect(head({ q: 'moon', page: '2' }).title).toEqual({ absolute: 'Search: moon, page 2 | Broadsheet' })
  expect(head({ q: '😀'.repeat(100) }).title).toEqual({ absolute: `Search: ${'😀'.repeat(60)} | Broadsheet` })
})

test('its one address leaves out the moment of the visit, the ways on do not', () => {
  const { alternates, pagination } = head(
    { q: 'moon', page: '2', until: '90' },
    { hits: [hit('a')], total: 30, pages: 3, until: '90' },
  )
  expect(alternates?.canonical).toBe(`${SITE}/search?q=moon&page=2`)
  expect(pagination).toEqual({
    previous: `${SITE}/search?q=moon&until=90`,
    next: `${SITE}/search?q=moon&page=3&until=90`,
  })
})

test('the same is announced as JSON', () => {
  expect(head({ q: 'moon', year: '2022' }).alternates?.types).toMatchObject({
    'application/json': '/search.json?q=moon&year=2022',
  })
  expect(head({}).alternates?.types).not.toHaveProperty('application/json')
})
