import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { feedLinks } from './feeds.ts'

test("every page names the publication's feeds in three forms", () => {
  expect(feedLinks(publication())).toEqual({
    'application/rss+xml': [{ url: 'https://broadsheet.example/feed.xml', title: 'Broadsheet (RSS)' }],
    'application/atom+xml': [{ url: 'https://broadsheet.example/feed.atom', title: 'Broadsheet (Atom)' }],
    'application/feed+json': [{ url: 'https://broadsheet.example/feed.json', title: 'Broadsheet (JSON)' }],
  })
})

test("a list's own feeds come first", () => {
  const links = feedLinks(publication(), [{ title: 'World', href: '/world' }])
  expect(links['application/rss+xml']).toEqual([
    { url: 'https://broadsheet.example/world/feed.xml', title: 'Broadsheet: World (RSS)' },
    { url: 'https://broadsheet.example/feed.xml', title: 'Broadsheet (RSS)' },
  ])
})
