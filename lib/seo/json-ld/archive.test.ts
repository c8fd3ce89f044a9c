import { expect, test } from 'vitest'
import { nodesOf, siteOf } from '#tests/fixtures/json-ld.ts'
import { periodGraph } from './archive.ts'

const SITE = 'https://broadsheet.example'

test('a month covers its time and lists its stories, below its year and the archive', () => {
  const items = ['/world/a', '/science/b']
  const { CollectionPage, BreadcrumbList } = nodesOf(periodGraph(siteOf(), { period: '2022-04', items }))
  expect(CollectionPage).toMatchObject({
    '@id': `${SITE}/archive/2022/04`,
    name: 'Archive: April 2022',
    temporalCoverage: '2022-04',
    breadcrumb: { '@id': `${SITE}/archive/2022/04#breadcrumb` },
    mainEntity: {
      itemListElement: [
        { position: 1, url: `${SITE}/world/a` },
        { position: 2, url: `${SITE}/science/b` },
      ],
    },
  })
  expect(BreadcrumbList).toMatchObject({
    '@id': `${SITE}/archive/2022/04#breadcrumb`,
    itemListElement: [
      { name: 'Broadsheet', item: `${SITE}/` },
      { name: 'Archive', item: `${SITE}/archive` },
      { name: '2022', item: `${SITE}/archive/2022` },
      { name: 'April 2022' },
    ],
  })
})

test('a later page of a day stands below that day', () => {
  const listed = { period: '2022-04-02', items: [], query: '?after=2022-04-02-190300-a', stretch: 'From 3:04 PM' }
  const { CollectionPage, BreadcrumbList } = nodesOf(periodGraph(siteOf(), listed))
  const href = `${SITE}/archive/2022/04/02?after=2022-04-02-190300-a`
  expect(CollectionPage).toMatchObject({ '@id': href, url: href, name: 'Archive: April 2, 2022. From 3:04 PM' })
  expect(BreadcrumbList).toMatchObject({
    '@id': `${href}#breadcrumb`,
    itemListElement: [
      {},
      {},
      {},
      { name: 'April 2022' },
      { name: 'April 2, 2022', item: `${SITE}/archive/2022/04/02` },
      { name: 'From 3:04 PM' },
    ],
  })
})
