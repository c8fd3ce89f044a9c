import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHtml } from '#tests/fixtures/seo/dom.ts'
import { atomRules, broken, contentRules, rssRules } from '#tests/fixtures/seo/feed-rules.ts'
import { articleRules, breadcrumbRules, listRules, type Node } from '#tests/fixtures/seo/google.ts'
import { expand, graphOf } from '#tests/fixtures/seo/graph.ts'
import { jsonFeedFaults, readJsonFeed } from '#tests/fixtures/seo/json-feed.ts'
import { articleHeadRules, headRules } from '#tests/fixtures/seo/metadata-rules.ts'
import { hostileSite, PUBLIC, type PublicSite } from '#tests/fixtures/seo/public-site.ts'
import { type Schema, schemaFaults } from '#tests/fixtures/seo/schemas.ts'

let site: PublicSite
beforeAll(async () => {
  site = await hostileSite()
})
afterAll(async () => await site[Symbol.asyncDispose]())

/** What stands at an address, with one thing in it spoilt. @throws when there is no such thing */
async function spoilt(address: string, part: string | RegExp, spoil: string): Promise<string> {
  const text = await site.text(address)
  const other = text.replace(part, () => spoil)
  if (other === text) throw new Error(`There is no ${part} in ${address}.`)
  return other
}

test.for<[Schema, string, RegExp, string]>([
  ['sitemap', '/sitemaps/2022-04.xml', /<lastmod>[^<]*/, '<lastmod>2022-04-02T15:04:00'],
  ['sitemap', '/sitemaps/2022-04.xml', /<loc>[^<]*/, '<loc>/world/bare'],
  ['sitemap', '/sitemaps/2022-04.xml', /<loc>[^<]*<\/loc>/, ''],
  ['sitemap-index', '/sitemap.xml', /<\/?sitemap>/, '<url/><sitemap>'],
  ['news-sitemap', '/news-sitemap.xml', /<news:title>[^<]*<\/news:title>/, ''],
  ['news-sitemap', '/news-sitemap.xml', /<news:language>[^<]*/, '<news:language>en-US'],
  ['rss', '/feed.xml', /<pubDate>[^<]*/, '<pubDate>2 Apr 22 15:04 EST'],
  ['rss', '/feed.xml', /<guid isPermaLink="false">/, '<guid>'],
  ['rss', '/feed.xml', /<item>/, '<item><author>Jo March</author>'],
  ['atom', '/feed.atom', /<updated>[^<]*/, '<updated>2022-04-02'],
  ['atom', '/feed.atom', /<entry>/, '<entry><title>another</title>'],
  ['atom', '/feed.atom', /<id>[^<]*<\/id>/, ''],
  [
    'oembed',
    `/oembed?format=xml&url=${encodeURIComponent(`${PUBLIC}/world/bare`)}`,
    /<thumbnail_width>\d+<\/thumbnail_width>/,
    '',
  ],
])('the schema of %s refuses %s whose %s is %j', async ([schema, address, part, spoil]) => {
  expect(await schemaFaults(schema, new Map([['whole', await site.text(address)]]))).toEqual([])
  expect(await schemaFaults(schema, new Map([['spoilt', await spoilt(address, part, spoil)]]))).not.toEqual([])
})

test('a document that is no XML is refused by every schema', async () => {
  const xml = await spoilt('/feed.xml', /<\/item>/, ' & ')
  expect(await schemaFaults('rss', new Map([['spoilt', xml]]))).not.toEqual([])
})

test('the rules of feeds see a wrong self, a double id, a date of the clock and content for this site alone', async () => {
  const at = `${PUBLIC}/feed.xml`
  expect(broken(rssRules(await site.text(at), `${PUBLIC}/world/feed.xml`))).toHaveLength(1)
  expect(
    broken(rssRules(await spoilt(at, /<lastBuildDate>[^<]*/, '<lastBuildDate>Sat, 01 Jan 2000 00:00:00 GMT'), at)),
  ).toHaveLength(1)
  const [, id = ''] = /<guid[^>]*>([^<]*)/.exec(await site.text(at)) ?? []
  expect(
    broken(
      rssRules(
        await spoilt(at, /<guid isPermaLink="false">(?!.*<guid).*<\/guid>/s, `<guid isPermaLink="false">${id}</guid>`),
        at,
      ),
    ),
  ).not.toEqual([])
  const atom = `${PUBLIC}/feed.atom`
  expect(broken(atomRules(await spoilt(atom, /<updated>[^<]*/, '<updated>2000-01-01T00:00:00Z'), atom))).toHaveLength(1)
  const json = readJsonFeed(await site.text('/feed.json'))
  expect(jsonFeedFaults(json, `${PUBLIC}/feed.json`)).toEqual([])
  expect(jsonFeedFaults({ ...json, items: [...json.items, ...json.items] }, `${PUBLIC}/feed.json`)).toHaveLength(1)
  for (const html of [
    '<a href="/x">a</a>',
    '<img srcset="/a 1x">',
    '<script>a</script>',
    '<p onclick="a">',
    '<p class="a">',
    '<iframe></iframe>',
  ])
    expect(broken(contentRules(html)), html).not.toEqual([])
})

test('the rules of search engines see what is missing or wrong', async () => {
  const graph = graphOf(await site.page('/world/hostile-markup'))
  const [work = {}, trail = {}] = graph
  expect([broken(articleRules(work)), broken(breadcrumbRules(trail))]).toEqual([[], []])
  const wrong: Node[] = [
    { headline: 'a'.repeat(111) },
    { headline: undefined },
    { author: [] },
    { author: [{ '@type': 'Person', name: 'Jo' }] },
    { author: [{ '@type': 'Person', name: 'By Jo', url: PUBLIC }] },
    { author: 'Jo' },
    { datePublished: '2022-04-02' },
    { dateModified: '2000-01-01T00:00:00Z' },
    { dateModified: '2999-01-01T00:00:00Z' },
    { image: ['/media/dot.png'] },
  ]
  for (const over of wrong) expect(broken(articleRules({ ...work, ...over })), JSON.stringify(over)).not.toEqual([])
  expect(broken(breadcrumbRules({ itemListElement: [{ position: 2, name: 'a' }] }))).toHaveLength(2)
  expect(broken(listRules({ itemListElement: [{ position: 1, url: '/a' }] }))).toHaveLength(1)
})

test('a graph with a name that means nothing, or with a context from elsewhere, is not expanded', async () => {
  const pageOf = (graph: unknown) => readHtml(`<script type="application/ld+json">${JSON.stringify(graph)}</script>`)
  await expect(expand(pageOf({ '@context': 'https://a.example', '@graph': [] }))).rejects.toThrow()
  await expect(expand(pageOf({ '@context': 'https://schema.org', '@type': 'Person', '@id': 'a b' }))).rejects.toThrow()
})

test('the rules of a head see a second title, a strange canonical, a wrong size and a lost author', async () => {
  const path = '/world/hostile-markup'
  const head = async (part: string | RegExp, spoil: string) => readHtml(await spoilt(path, part, spoil))
  expect(broken(headRules(await head('</head>', '<title>b</title></head>'), path))).toHaveLength(1)
  expect(
    broken(headRules(await head(/rel="canonical" href="[^"]*/, 'rel="canonical" href="/world/a'), path)),
  ).not.toEqual([])
  expect(broken(headRules(await head(/<meta name="description"[^>]*>/, ''), path))).toHaveLength(1)
  expect(broken(articleHeadRules(await head(/<meta property="article:author"[^>]*>/, '')))).toHaveLength(1)
  expect(broken(articleHeadRules(await head('content="630"', 'content="600"')))).toHaveLength(1)
})
