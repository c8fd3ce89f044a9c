import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { describe } from './describe.ts'

const PAGE = { title: 'Authors', description: 'Who writes.', href: '/authors' }

test('a page says what it is, for search engines and for previews', () => {
  expect(describe(publication(), PAGE)).toMatchObject({
    title: { absolute: 'Authors | Broadsheet' },
    description: 'Who writes.',
    alternates: { canonical: 'https://broadsheet.example/authors' },
    openGraph: {
      type: 'website',
      title: 'Authors',
      description: 'Who writes.',
      url: 'https://broadsheet.example/authors',
      siteName: 'Broadsheet',
      locale: 'en_US',
    },
  })
})

test('a title that says it all stands alone', () => {
  expect(describe(publication(), { ...PAGE, whole: true }).title).toEqual({ absolute: 'Authors' })
})

test('a page without an image of its own is shown with the icon, small', () => {
  const { openGraph, twitter } = describe(publication(), PAGE)
  expect(openGraph?.images).toEqual([
    {
      url: 'https://broadsheet.example/icons/512.png',
      type: 'image/png',
      width: 512,
      height: 512,
      alt: 'Broadsheet',
    },
  ])
  expect(twitter).toMatchObject({ card: 'summary' })
})

test('search engines may show large pictures, and may not keep what is not for them', () => {
  expect(describe(publication(), PAGE).robots).toEqual({
    'max-image-preview': 'large',
    'max-snippet': -1,
    'max-video-preview': -1,
  })
  expect(describe(publication(), { ...PAGE, listed: false }).robots).toEqual({ index: false })
})

const UP_TO = Date.parse('2022-04-02T10:15:00-04:00')
const OLDER = 'World: stories up to April 2, 2022 at 10:15 AM'

test.for([
  ['the first', 'World', { query: '', newer: null, older: '?before=b', upTo: null }],
  ['the second', OLDER, { query: '?before=b', newer: '', older: '?before=c', upTo: UP_TO }],
  ['the last', OLDER, { query: '?before=c', newer: '?before=b', older: null, upTo: UP_TO }],
] as const)('%s page of a list has its own title and address, and names the ones beside it', ([, title, place]) => {
  const at = (query: string | null) => (query === null ? null : `https://broadsheet.example/world${query}`)
  expect(describe(publication(), { ...PAGE, href: '/world', title: 'World', place })).toMatchObject({
    title: { absolute: `${title} | Broadsheet` },
    alternates: { canonical: at(place.query) },
    openGraph: { title, url: at(place.query) },
    pagination: { previous: at(place.newer), next: at(place.older) },
  })
})

test('the front is at the root, with its slash', () => {
  expect(describe(publication(), { ...PAGE, href: '/' }).alternates?.canonical).toBe('https://broadsheet.example/')
})

test('other locales are named once, without the own one', () => {
  const { openGraph } = describe(publication(), { ...PAGE, locale: 'en-GB', otherLocales: ['en-GB', 'en-US', 'en-US'] })
  expect(openGraph).toMatchObject({ locale: 'en_GB', alternateLocale: ['en_US'] })
})

test('what Next would read as a pattern in a title stays as it is', () => {
  const { title } = describe(publication({ name: 'The %s' }), { ...PAGE, title: "$& $' $$" })
  expect(title).toEqual({ absolute: "$& $' $$ | The %s" })
})
