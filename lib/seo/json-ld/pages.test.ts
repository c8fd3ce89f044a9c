import { expect, test } from 'vitest'
import { nodesOf, siteOf } from '#tests/fixtures/json-ld.ts'
import { author, OLDER, picture } from '#tests/fixtures/stories.ts'
import { newsletterGraph, pageGraph, profileGraph } from './pages.ts'

const SITE = 'https://broadsheet.example'
const ABOUT = { slug: 'about', href: '/about', title: 'About us', description: null, body: [] }

test('the page about the publication is an AboutPage, others are pages', () => {
  expect(nodesOf(pageGraph(siteOf(), ABOUT)).AboutPage).toMatchObject({ '@id': `${SITE}/about`, name: 'About us' })
  const { WebPage, BreadcrumbList } = nodesOf(pageGraph(siteOf(), { ...ABOUT, slug: 'privacy', href: '/privacy' }))
  expect(WebPage).toMatchObject({ '@id': `${SITE}/privacy`, breadcrumb: { '@id': `${SITE}/privacy#breadcrumb` } })
  expect(BreadcrumbList?.itemListElement).toMatchObject([{ name: 'Broadsheet' }, { name: 'About us' }])
})

test('a newsletter is a page below all newsletters', () => {
  const morning = { slug: 'morning', href: '/newsletters/morning', title: 'Morning', description: 'At breakfast.' }
  const { BreadcrumbList } = nodesOf(newsletterGraph(siteOf(), { ...morning, schedule: 'daily', pitch: [] }))
  expect(BreadcrumbList?.itemListElement).toMatchObject([
    { name: 'Broadsheet' },
    { name: 'Newsletters', item: `${SITE}/newsletters` },
    { name: 'Morning' },
  ])
})

test('a profile tells who an author is, and of the links those that are addresses of the web', () => {
  const rosa = author('Rosa Delgado', {
    role: 'Science editor',
    photo: picture({ src: '/media/rosa.jpg?v=1', width: 600, height: 600, credit: null }),
    biography: [{ type: 'html', html: '<p>Counts <em>orbits</em>.</p>' }],
    links: [
      { label: 'Email', href: 'mailto:rosa@broadsheet.example' },
      { label: 'Website', href: 'https://rosa.example/' },
    ],
  })
  expect(nodesOf(profileGraph(siteOf(), rosa)).ProfilePage).toMatchObject({
    '@id': `${SITE}/authors/rosa-delgado`,
    mainEntity: {
      '@type': 'Person',
      '@id': `${SITE}/authors/rosa-delgado#person`,
      name: 'Rosa Delgado',
      url: `${SITE}/authors/rosa-delgado`,
      jobTitle: 'Science editor',
      description: 'Counts orbits.',
      image: { url: `${SITE}/media/rosa.jpg?v=1`, width: '600' },
      sameAs: ['https://rosa.example/'],
    },
  })
})

test('an author knows about the topics that they cover', () => {
  const topics = [{ slug: 'space', title: 'Space', href: '/topics/space' }]
  expect(nodesOf(profileGraph(siteOf(), author('Jo March'), {}, topics)).ProfilePage?.mainEntity).toMatchObject({
    knowsAbout: [{ '@type': 'Thing', name: 'Space', url: `${SITE}/topics/space` }],
  })
  expect(nodesOf(profileGraph(siteOf(), author('Jo March'))).ProfilePage?.mainEntity).not.toHaveProperty('knowsAbout')
})

test('on an older page of their stories an author is the same person', () => {
  const { ProfilePage, BreadcrumbList } = nodesOf(profileGraph(siteOf(), author('Jo March'), OLDER))
  expect(ProfilePage).toMatchObject({
    url: `${SITE}/authors/jo-march?before=2022-04-02-120000-a`,
    mainEntity: { '@id': `${SITE}/authors/jo-march#person`, url: `${SITE}/authors/jo-march` },
  })
  expect(Object.keys(ProfilePage?.mainEntity as object)).not.toContain('sameAs')
  expect(BreadcrumbList?.itemListElement).toMatchObject([
    {},
    { name: 'Authors' },
    { name: 'Jo March' },
    { name: 'Stories up to April 2, 2022 at 10:15 AM' },
  ])
})
