import { expect, test } from 'vitest'
import { publication, UK, US } from '#tests/fixtures/publication.ts'
import { describeFront } from './front.ts'

const SITE = 'https://broadsheet.example'
const BOTH = { 'en-US': `${SITE}/`, 'en-GB': `${SITE}/uk`, 'x-default': `${SITE}/` }

const feeds = (...args: Parameters<typeof describeFront>) => {
  const types: Readonly<Record<string, unknown>> = { ...describeFront(...args).alternates?.types }
  return types['application/rss+xml']
}

test('the fronts of all editions name each other', () => {
  expect(describeFront(publication(), null).alternates?.languages).toEqual(BOTH)
  expect(describeFront(publication(), UK).alternates?.languages).toEqual(BOTH)
})

test('each is in the language of its readers, and names the others', () => {
  expect(describeFront(publication(), null).openGraph).toMatchObject({ locale: 'en_US', alternateLocale: ['en_GB'] })
  expect(describeFront(publication(), UK).openGraph).toMatchObject({ locale: 'en_GB', alternateLocale: ['en_US'] })
})

test('of two editions for the same readers the first is named', () => {
  const canada = { ...UK, slug: 'ca', name: 'Broadsheet CA', href: '/ca', locale: 'en-US' }
  const three = publication({ editions: [US, UK, canada] })
  expect(describeFront(three, null).alternates?.languages).toEqual(BOTH)
  expect(describeFront(three, canada)).toMatchObject({ alternates: { canonical: `${SITE}/ca` } })
  expect(describeFront(three, canada).alternates?.languages).toBeUndefined()
})

test.for([[[US]], [[]]] as const)(
  'a publication without editions to choose from has one front and its own feeds',
  ([editions]) => {
    const alone = publication({ editions })
    expect(describeFront(alone, null)).toMatchObject({
      title: { absolute: 'Broadsheet: The paper in plain text' },
      alternates: { canonical: `${SITE}/` },
    })
    expect(describeFront(alone, null).alternates?.languages).toBeUndefined()
    expect(feeds(alone, null)).toEqual([{ url: `${SITE}/feed.xml`, title: 'Broadsheet (RSS)' }])
  },
)

test("an edition's front has its title and its feeds", () => {
  expect(describeFront(publication(), UK).title).toEqual({ absolute: 'Broadsheet UK' })
  expect(feeds(publication(), UK)).toEqual([
    { url: `${SITE}/uk/feed.xml`, title: 'Broadsheet: UK (RSS)' },
    { url: `${SITE}/feed.xml`, title: 'Broadsheet (RSS)' },
  ])
})
