import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { author, OLDER, paged, picture, SCIENCE } from '#tests/fixtures/stories.ts'
import { describeAuthor, describeSection, describeTopic } from './lists.ts'

const SITE = 'https://broadsheet.example'
const FIRST = paged([])
const SPACE = { slug: 'space', title: 'Space', href: '/topics/space', description: null, count: 3 }

test('a section has its description, feeds and share image', () => {
  const section = { ...SCIENCE, description: 'Found out.' }
  expect(describeSection(publication(), section, paged([], OLDER))).toMatchObject({
    title: { absolute: 'Science: stories up to April 2, 2022 at 10:15 AM | Broadsheet' },
    description: 'Found out.',
    alternates: {
      canonical: `${SITE}/science?before=2022-04-02-120000-a`,
      types: { 'application/rss+xml': [{ url: `${SITE}/science/feed.xml` }, { url: `${SITE}/feed.xml` }] },
    },
    openGraph: { images: [{ url: expect.stringContaining(`${SITE}/share/sections/science.png?v=`), width: 1200 }] },
    pagination: {
      previous: `${SITE}/science?before=2022-04-09-120000-b`,
      next: `${SITE}/science?before=2022-03-20-120000-c`,
    },
    twitter: { card: 'summary_large_image' },
  })
})

test('a topic without a description says what it lists', () => {
  expect(describeTopic(publication(), SPACE, FIRST).description).toBe('Every story on Space.')
  const told = { ...SPACE, description: 'Above the air.' }
  expect(describeTopic(publication(), told, FIRST).description).toBe('Above the air.')
})

test.for([
  ['Reporter', 'Rosa Delgado, Reporter'],
  [null, 'Rosa Delgado'],
] as const)('an author with the role %s is a person', ([role, who]) => {
  const rosa = author('Rosa Delgado', { role, photo: picture() })
  expect(describeAuthor(publication(), rosa, FIRST)).toMatchObject({
    title: { absolute: 'Rosa Delgado | Broadsheet' },
    description: `${who}: biography and stories.`,
    openGraph: { type: 'profile', images: [{ alt: `${who} (Broadsheet)` }] },
    alternates: { types: { 'application/feed+json': [{ url: `${SITE}/authors/rosa-delgado/feed.json` }, {}] } },
  })
})
