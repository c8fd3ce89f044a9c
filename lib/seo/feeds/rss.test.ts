import { expect, test } from 'vitest'
import { article, PNG } from '#tests/fixtures/content.ts'
import { attributes, HUB, named, ONE, SITE, URN, xmlFeed } from '#tests/fixtures/feeds.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { attributesOf, readHtml, textsOf } from '#tests/fixtures/seo/dom.ts'

const MEDIA = 'http://search.yahoo.com/mrss/'
const ATOM = 'http://www.w3.org/2005/Atom'

test('RSS says all that there is to say of a story', async () => {
  await using _ = await runningSite(ONE)
  const document = await xmlFeed('rss')
  const item = document.querySelector('item') as Element
  expect(textsOf(document, 'item > title, item > link, item > pubDate, item > description')).toEqual([
    'The station stays up',
    `${SITE}/world/station`,
    'Sat, 02 Apr 2022 19:04:00 GMT',
    'It falls all the time and misses.',
  ])
  expect(textsOf(item, 'guid')).toEqual([expect.stringMatching(URN)])
  expect(attributes(item.querySelector('guid'))).toEqual({ isPermaLink: 'false' })
  expect(textsOf(item, 'category')).toEqual(['World', 'Space race'])
  expect(named(item, 'dc:creator').map(({ textContent }) => textContent)).toEqual(['Jo March', 'Amy March'])
  expect(item.getElementsByTagName('author')).toHaveLength(0)
  expect(named(item, 'atom:updated')[0]?.textContent).toBe('2022-04-03T10:00:00.000Z')
  const enclosure = attributes(item.querySelector('enclosure'))
  expect(enclosure).toEqual({ url: expect.any(String), length: String(PNG.length), type: 'image/png' })
  expect(enclosure.url).toMatch(/^https:\/\/broadsheet\.example\/media\/dot\.png\?v=./)
  const [media] = item.getElementsByTagNameNS(MEDIA, 'content')
  expect(attributes(media)).toMatchObject({ url: enclosure.url, width: '3', height: '2', medium: 'image' })
})

test('the channel says what it is, where it is, and when it changed', async () => {
  await using _ = await runningSite(ONE)
  const document = await xmlFeed('rss', HUB)
  const channel = document.querySelector('channel') as Element
  const about = ['title', 'link', 'description', 'language', 'lastBuildDate'].map(
    (name) => named(channel, name)[0]?.textContent,
  )
  expect(about).toEqual(['Broadsheet', `${SITE}/`, 'A paper in plain text.', 'en-US', 'Sun, 03 Apr 2022 10:00:00 GMT'])
  const links = Array.from(channel.getElementsByTagNameNS(ATOM, 'link'), attributes)
  expect(links).toEqual([
    { rel: 'self', type: 'application/rss+xml', href: `${SITE}/feed.xml` },
    { rel: 'hub', href: HUB },
  ])
  expect(textsOf(channel, 'image > title, image > link')).toEqual(['Broadsheet', `${SITE}/`])
  expect(document.firstChild).toMatchObject({ target: 'xml-stylesheet', data: 'type="text/css" href="/feed.css"' })
})

test('the description of RSS is HTML, in which a dek is text', async () => {
  await using _ = await runningSite({ 'articles/2022/04/station.md': article({ dek: "'AT&T <b>'" }) })
  expect(textsOf(await xmlFeed('rss'), 'item > description')).toEqual(['AT&amp;T &lt;b>'])
})

test('no address is relative, and no attribute is of our own pages', async () => {
  await using _ = await runningSite(ONE)
  const rss = await xmlFeed('rss')
  const [content] = named(rss, 'content:encoded')
  const html = readHtml(content?.textContent ?? '')
  const addresses = [...attributesOf(html, '[href]', 'href'), ...attributesOf(html, '[src]', 'src')]
  expect(addresses.length).toBeGreaterThan(3)
  expect(addresses.filter((address) => !address.startsWith(`${SITE}/`))).toEqual([])
  expect(html.querySelectorAll('[id], [class], [role], [loading], [aria-label]')).toHaveLength(0)
})
