import { expect, test } from 'vitest'
import { MORNING, publishedIssue } from '#tests/fixtures/newsletters.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { describePrivate } from '../../seo/metadata/private.ts'
import { describeIssue, describeNewsletter } from './metadata.ts'

const SITE = 'https://broadsheet.example'

test('a newsletter has a feed of its issues, and each page of them an address of its own', () => {
  expect(describeNewsletter(publication(), MORNING, null)).toMatchObject({
    title: { absolute: 'Broadsheet Morning | Broadsheet' },
    alternates: {
      canonical: `${SITE}/newsletters/morning`,
      types: { 'application/rss+xml': [{ url: `${SITE}/newsletters/morning/feed.xml` }, {}] },
    },
  })
  expect(describeNewsletter(publication(), MORNING, '2026-10-01')).toMatchObject({
    title: { absolute: 'Broadsheet Morning: issues before 2026-10-01 | Broadsheet' },
    alternates: { canonical: `${SITE}/newsletters/morning?before=2026-10-01` },
  })
})

test('an issue is found by its subject and its day', () => {
  expect(describeIssue(publication(), publishedIssue(), MORNING)).toMatchObject({
    title: { absolute: 'How a space station stays up (Broadsheet Morning, 2026-11-23) | Broadsheet' },
    description: 'It falls all the time, and misses.',
    alternates: { canonical: `${SITE}/newsletters/morning/2026-11-23` },
    openGraph: { type: 'article', publishedTime: '2026-11-23T11:30:01.000Z' },
  })
})

test('an issue of a newsletter that is there no more says what there is to say', () => {
  const { description, alternates } = describeIssue(
    publication(),
    publishedIssue('2026-11-23', { preheader: '' }),
    null,
  )
  expect(description).toBe('Broadsheet Morning, 2026-11-23.')
  expect(alternates?.types).toMatchObject({ 'application/rss+xml': [{ url: `${SITE}/feed.xml` }] })
})

test('a page for one reader is for no search engine, and has no address to share', () => {
  const metadata = describePrivate(publication(), 'What you get')
  expect(metadata).toEqual({ title: { absolute: 'What you get | Broadsheet' }, robots: { index: false } })
})
