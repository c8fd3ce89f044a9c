import { expect, test } from 'vitest'
import { pagesOf, Served } from '#tests/fixtures/served.ts'
import { asDocument, isFeed } from './feed.ts'

test.each([
  ['application/rss+xml; charset=utf-8', true],
  ['application/atom+xml', true],
  ['application/feed+json', false],
  ['application/xml', false],
])('%s is a feed: %s', (type, expected) => {
  expect(isFeed(type)).toBe(expected)
})

test('only the type is another', () => {
  expect(asDocument(['content-type', 'application/rss+xml', 'etag', '"a"'])).toEqual([
    'content-type',
    'application/xml; charset=utf-8',
    'etag',
    '"a"',
  ])
})

test('a feed reader gets the type of the feed, a browser that shows it one with which its stylesheet works', async () => {
  const type = 'application/rss+xml; charset=utf-8'
  await using site = await Served.start(pagesOf({ '/feed.xml': '<rss/>' }, type))
  for (const round of ['rendered', 'from memory']) {
    const read = await site.ask('/feed.xml')
    expect(read.headers, round).toMatchObject({ 'content-type': type, vary: 'accept-encoding, sec-fetch-dest' })
    const shown = await site.ask('/feed.xml', { headers: { 'sec-fetch-dest': 'document' } })
    expect(shown.headers['content-type'], round).toBe('application/xml; charset=utf-8')
    expect(shown.body).toEqual(read.body)
  }
})
