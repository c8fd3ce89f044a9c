import { expect, test } from 'vitest'
import { issueStory } from '#tests/fixtures/issues.ts'
import { nodesOf, siteOf } from '#tests/fixtures/json-ld.ts'
import { MORNING, publishedIssue } from '#tests/fixtures/newsletters.ts'
import { issueGraph } from './json-ld.ts'

const SITE = 'https://broadsheet.example'

test('an issue says when it was sent and which stories it carried, in their order', () => {
  const issue = publishedIssue('2026-11-23', { stories: [issueStory({ slug: 'a' }), issueStory({ slug: 'b' })] })
  const { CollectionPage, BreadcrumbList } = nodesOf(
    issueGraph(siteOf(), issue, { name: MORNING.title, href: MORNING.href }),
  )
  expect(CollectionPage).toMatchObject({
    '@id': `${SITE}/newsletters/morning/2026-11-23`,
    name: 'How a space station stays up',
    datePublished: '2026-11-23T11:30:01.000Z',
    mainEntity: { itemListElement: [{ url: `${SITE}/science/a` }, { url: `${SITE}/science/b` }] },
  })
  expect(BreadcrumbList?.itemListElement).toMatchObject([
    { name: 'Broadsheet' },
    { name: 'Broadsheet Morning', item: `${SITE}/newsletters/morning` },
    { name: 'How a space station stays up' },
  ])
})
