import { expect, test } from 'vitest'
import { publication, UK } from '#tests/fixtures/publication.ts'
import { article, authorRef, moment, picture } from '#tests/fixtures/stories.ts'
import { describeArticle } from './article.ts'

const SITE = 'https://broadsheet.example'
const PAGE = `${SITE}/science/how-a-space-station-stays-up`

test('a story says who wrote it, when, and on what', () => {
  const byline = { authors: [authorRef('Rosa Delgado'), authorRef('Jo March')], edition: UK }
  const told = article({
    byline,
    updated: moment('2026-09-26T09:00:00-04:00'),
    topics: ['Space', 'Orbits'].map((title) => ({ slug: title, title, href: `/topics/${title}` })),
  })
  expect(describeArticle(publication(), told).openGraph).toMatchObject({
    type: 'article',
    title: 'How a space station stays up',
    url: PAGE,
    locale: 'en_GB',
    publishedTime: '2026-09-25T07:05:00-04:00',
    modifiedTime: '2026-09-26T09:00:00-04:00',
    authors: [`${SITE}/authors/rosa-delgado`, `${SITE}/authors/jo-march`],
    section: 'Science',
    tags: ['Space', 'Orbits'],
  })
})

test('`seo` speaks to search engines, and the preview says what the page says', () => {
  const told = article({ seo: { title: 'Why stations stay up', description: 'Orbits, explained.' } })
  expect(describeArticle(publication(), told)).toMatchObject({
    title: { absolute: 'Why stations stay up | Broadsheet' },
    description: 'Orbits, explained.',
    openGraph: { title: 'How a space station stays up', description: 'It falls all the time, and misses.' },
  })
})

test('a story without a dek is described by its headline', () => {
  expect(describeArticle(publication(), article({ dek: null })).description).toBe('How a space station stays up')
})

test.for([
  [picture(), 'How a space station stays up (A station over the Earth)'],
  [null, 'How a space station stays up (Broadsheet)'],
] as const)('its share image is large, with a text for who cannot see it', ([photo, alt]) => {
  const { openGraph, twitter } = describeArticle(publication(), article({ picture: photo }))
  expect(openGraph?.images).toEqual([
    {
      url: expect.stringMatching(`^${SITE}/share/articles/how-a-space-station-stays-up\\.png\\?v=[\\w-]{12}$`),
      type: 'image/png',
      width: 1200,
      height: 630,
      alt,
    },
  ])
  expect(twitter).toEqual({ card: 'summary_large_image', images: [] })
})

test('a story is there as Markdown and as a card too', () => {
  expect(describeArticle(publication(), article()).alternates?.types).toMatchObject({
    'text/markdown': [{ url: `${PAGE}.md` }],
    'application/json+oembed': [{ url: `${SITE}/oembed?url=${encodeURIComponent(PAGE)}` }],
  })
})

test('the versions of a story for other editions are named', () => {
  const { href } = article()
  const versions = [
    { locale: 'en-US', href, isDefault: true },
    { locale: 'en-GB', href: '/science/b', isDefault: false },
  ]
  const { alternates, openGraph } = describeArticle(publication(), article({ versions }))
  expect(alternates?.languages).toEqual({ 'en-US': PAGE, 'en-GB': `${SITE}/science/b`, 'x-default': PAGE })
  expect(openGraph).toMatchObject({ locale: 'en_US', alternateLocale: ['en_GB'] })
})

test.for(['draft', 'scheduled', 'withdrawn'] as const)(
  'a %s story is named, kept by nobody, and there in no other form',
  (state) => {
    const { robots, alternates, openGraph } = describeArticle(publication(), article({ state, picture: picture() }))
    expect(robots).toEqual({ index: false })
    expect(Object.keys(alternates?.types ?? {})).toEqual([
      'application/rss+xml',
      'application/atom+xml',
      'application/feed+json',
    ])
    expect(openGraph).toMatchObject({ type: 'website', images: [{ url: `${SITE}/icons/512.png` }] })
  },
)
