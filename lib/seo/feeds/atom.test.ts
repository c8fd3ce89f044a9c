import { expect, test } from 'vitest'
import { article, type Parts, PNG } from '#tests/fixtures/content.ts'
import { attributes, HUB, ONE, SITE, xmlFeed } from '#tests/fixtures/feeds.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { textsOf } from '#tests/fixtures/seo/dom.ts'

const ATOM = 'http://www.w3.org/2005/Atom'

test('Atom says all that there is to say of a feed and of a story', async () => {
  const parts: Parts = { ...ONE, 'articles/b.md': article({ edition: 'uk', original: 'station', authors: '[]' }) }
  await using _ = await runningSite(parts)
  const { documentElement: feed } = await xmlFeed('atom', HUB)
  expect(attributes(feed)).toEqual({ xmlns: ATOM, 'xml:lang': 'en-US' })
  expect(textsOf(feed, 'feed > id, feed > title, feed > updated')).toEqual([
    `${SITE}/feed.atom`,
    'Broadsheet',
    '2022-04-03T10:00:00.000Z',
  ])
  expect(Array.from(feed.querySelectorAll('feed > link'), attributes)).toEqual([
    { rel: 'self', type: 'application/atom+xml', href: `${SITE}/feed.atom` },
    { rel: 'alternate', type: 'text/html', hreflang: 'en-US', href: `${SITE}/` },
    { rel: 'hub', href: HUB },
  ])
  const [uk, us] = Array.from(feed.querySelectorAll('entry')) as [Element, Element]
  expect(textsOf(us, 'title, published, updated')).toEqual([
    'The station stays up',
    '2022-04-02T19:04:00.000Z',
    '2022-04-03T10:00:00.000Z',
  ])
  expect(textsOf(us, 'author > uri')).toEqual([`${SITE}/authors/jo-march`, `${SITE}/authors/amy-march`])
  expect(Array.from(us.querySelectorAll('link'), attributes)).toMatchObject([
    { rel: 'alternate', hreflang: 'en-US', href: `${SITE}/world/station` },
    { rel: 'alternate', hreflang: 'en-GB', href: `${SITE}/world/b` },
    { rel: 'enclosure', type: 'image/png', length: String(PNG.length) },
  ])
  expect(Array.from(us.querySelectorAll('category'), attributes)).toEqual([
    { term: 'world', scheme: `${SITE}/`, label: 'World' },
    { term: 'space-race', scheme: `${SITE}/topics`, label: 'Space race' },
  ])
  expect(attributes(uk)).toEqual({ 'xml:lang': 'en-GB' })
  expect(textsOf(uk, 'author')).toEqual([`Broadsheet UK${SITE}/uk`])
})
