import { expect, test } from 'vitest'
import type { Front, Story } from '#lib/content/model.ts'
import { identitiesOf, nodesOf, siteOf } from '#tests/fixtures/json-ld.ts'
import { UK } from '#tests/fixtures/publication.ts'
import { OLDER, paged, SCIENCE, stories } from '#tests/fixtures/stories.ts'
import { frontGraph, listGraph, seriesGraph, topicGraph } from './lists.ts'

const SITE = 'https://broadsheet.example'
const SERIES = { slug: 'moon', title: 'The Moon, again', description: 'Back there.', href: '/series/moon' }
const TOPIC = { slug: 'space', title: 'Space', description: null, href: '/topics/space', count: 3 }

const listed = (count: number) =>
  stories(count).map(({ href }, before) => ({ '@type': 'ListItem', position: before + 1, url: SITE + href }))

test('a section lists its stories, in the order of the page', () => {
  const section = { ...SCIENCE, description: 'Found out.' }
  expect(nodesOf(listGraph(siteOf(), { ...section, ...paged(stories(2)) })).CollectionPage).toEqual({
    '@type': 'CollectionPage',
    '@id': `${SITE}/science`,
    url: `${SITE}/science`,
    name: 'Science',
    description: 'Found out.',
    inLanguage: 'en-US',
    isPartOf: { '@id': `${SITE}/#website` },
    breadcrumb: { '@id': `${SITE}/science#breadcrumb` },
    mainEntity: { '@type': 'ItemList', '@id': `${SITE}/science#list`, itemListElement: listed(2) },
  })
})

test('an older page of a topic has its own name and address, below the first', () => {
  const { CollectionPage, BreadcrumbList } = nodesOf(topicGraph(siteOf(), TOPIC, paged(stories(1), OLDER)))
  const url = `${SITE}/topics/space?before=2022-04-02-120000-a`
  const name = 'Space: stories up to April 2, 2022 at 10:15 AM'
  expect(CollectionPage).toMatchObject({ '@id': url, url, name })
  expect(CollectionPage).not.toHaveProperty('description')
  expect(BreadcrumbList).toMatchObject({
    '@id': `${url}#breadcrumb`,
    itemListElement: [
      { name: 'Broadsheet', item: `${SITE}/` },
      { name: 'Topics', item: `${SITE}/topics` },
      { name: 'Space', item: `${SITE}/topics/space` },
      { name: 'Stories up to April 2, 2022 at 10:15 AM' },
    ],
  })
})

test('a topic is what its pages are about, and leads to those near it', () => {
  const described = { ...TOPIC, description: 'What is above.' }
  const near = [{ slug: 'moon', title: 'The Moon', href: '/topics/moon' }]
  expect(nodesOf(topicGraph(siteOf(), described, paged(stories(1)), near)).CollectionPage).toMatchObject({
    about: { '@type': 'Thing', name: 'Space', description: 'What is above.' },
    relatedLink: [`${SITE}/topics/moon`],
  })
  const alone = nodesOf(topicGraph(siteOf(), TOPIC, paged(stories(1)))).CollectionPage
  expect(alone).toHaveProperty('about', { '@type': 'Thing', name: 'Space' })
  expect(alone).not.toHaveProperty('relatedLink')
})

test('a series is a work of its own, which its parts refer to', () => {
  const nodes = nodesOf(seriesGraph(siteOf(), SERIES, stories(3)))
  expect(nodes.CreativeWorkSeries).toMatchObject({ '@id': `${SITE}/series/moon#series`, description: 'Back there.' })
  expect(nodes.CollectionPage).toMatchObject({
    about: { '@id': `${SITE}/series/moon#series` },
    mainEntity: { itemListElement: listed(3) },
  })
})

test('a front tells all of its publisher, and lists every story from top to bottom', () => {
  const [a, b, c, d] = stories(4) as [Story, Story, Story, Story]
  const front: Front = { edition: UK, lead: a, second: [b], latest: [c], blocks: [{ section: SCIENCE, stories: [d] }] }
  const { CollectionPage, NewsMediaOrganization, Organization, BreadcrumbList } = nodesOf(frontGraph(siteOf(), front))
  expect(CollectionPage).toMatchObject({
    '@id': `${SITE}/uk`,
    name: 'Broadsheet UK',
    inLanguage: 'en-GB',
    mainEntity: { itemListElement: listed(4) },
  })
  expect(NewsMediaOrganization).toHaveProperty('legalName')
  expect(Organization).toMatchObject({ '@id': `${SITE}/uk#edition` })
  expect(BreadcrumbList).toBeUndefined()
})

test('whatever a list names is described on its page', () => {
  const front: Front = { edition: null, lead: null, second: [], latest: [], blocks: [] }
  const graphs = [
    frontGraph(siteOf(), front),
    seriesGraph(siteOf(), SERIES, []),
    topicGraph(siteOf(), TOPIC, paged([])),
  ]
  for (const { described, named } of graphs.map(identitiesOf)) {
    expect(new Set(described).size).toBe(described.length)
    expect(described).toEqual(expect.arrayContaining([...named]))
  }
})
