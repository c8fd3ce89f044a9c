import Parser from 'rss-parser'
import { expect, test } from 'vitest'
import { article, markdown, type Parts, PNG, site } from '#tests/fixtures/content.ts'
import { feed, HUB, jsonFeed, named, ONE, SITE, xmlFeed } from '#tests/fixtures/feeds.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { textsOf } from '#tests/fixtures/seo/dom.ts'
import { schemaFaults } from '#tests/fixtures/seo/schemas.ts'
import { answerFeed } from './answer.ts'

test.each([
  ['rss', 'application/rss+xml; charset=utf-8'],
  ['atom', 'application/atom+xml; charset=utf-8'],
  ['json', 'application/feed+json; charset=utf-8'],
] as const)('%s has its type, and readers on any site may read it', async (form, type) => {
  await using _ = await runningSite()
  const { status, headers } = await answerFeed({ kind: 'publication' }, form, null)
  expect([status, headers.get('content-type'), headers.get('access-control-allow-origin')]).toEqual([200, type, '*'])
  expect(headers.has('link')).toBe(false)
})

test('there is no feed of what is not there', async () => {
  await using _ = await runningSite()
  expect((await answerFeed({ kind: 'topic', slug: 'nothing' }, 'rss', null)).status).toBe(404)
})

test.each(['rss', 'atom'] as const)(
  '%s is what its specification describes, for every list, full or empty',
  async (form) => {
    await using _ = await runningSite({
      ...ONE,
      'articles/b.md': article({ edition: 'uk', authors: '[]', image: null }),
    })
    const subjects = [
      { kind: 'publication' },
      ...['world', 'science', 'us', 'uk'].map((slug) => ({ kind: 'place', slug }) as const),
      { kind: 'topic', slug: 'space-race' },
      { kind: 'author', slug: 'amy-march' },
    ] as const
    const documents = new Map<string, string>()
    for (const subject of subjects)
      documents.set(JSON.stringify(subject), await (await answerFeed(subject, form, HUB)).text())
    expect(await schemaFaults(form, documents)).toEqual([])
  },
)

test('subscribers find the hub and the feed in the header', async () => {
  await using _ = await runningSite()
  const { headers } = await answerFeed({ kind: 'place', slug: 'uk' }, 'atom', HUB)
  expect(headers.get('link')).toBe(`<${HUB}>; rel="hub", <${SITE}/uk/feed.atom>; rel="self"`)
})

const HOSTILE = '</script> ]]> ]]> & &amp; <b>b</b> 👩‍🚀'

test('hostile text comes through every format as it is', async () => {
  const title = `'${HOSTILE}'`
  const body = 'Text ]]> ]]> &lt;/script> &amp;amp; العربية.\n'
  await using _ = await runningSite({
    'articles/2022/04/station.md': article({ title, dek: title }, body),
    'site.yaml': site({ name: title }),
    'sections/world.md': markdown({ title, description: title, order: '1' }),
    'authors/jo-march.md': markdown({ name: title }),
  })
  const [rss, atom, feed] = [await xmlFeed('rss'), await xmlFeed('atom'), await jsonFeed()]
  for (const name of ['title', 'category', 'dc:creator'])
    for (const { textContent } of named(rss, name)) expect(textContent).toBe(HOSTILE)
  expect([...textsOf(atom, 'feed > title, entry > title, entry > summary, entry name')]).toEqual(Array(4).fill(HOSTILE))
  expect(atom.querySelector('category')?.getAttribute('label')).toBe(HOSTILE)
  const [item] = feed.items
  expect([feed.title, item.title, item.summary, item.tags[0], item.authors[0].name]).toEqual(Array(5).fill(HOSTILE))
  const html = '<p>Text ]]&gt; ]]&gt; &lt;/script&gt; &amp;amp; العربية.</p>'
  expect(named(rss, 'content:encoded')[0]?.textContent).toContain(html)
  expect(atom.querySelector('content')?.textContent).toContain(html)
  expect(item.content_html).toContain(html)
})

test('a headline of 110 characters from right to left comes through', async () => {
  const title = `${'עולם '.repeat(21)}עולם!`
  await using _ = await runningSite({ 'articles/2022/04/station.md': article({ title }) })
  expect(textsOf(await xmlFeed('rss'), 'item > title')).toEqual([title])
  expect((await jsonFeed()).items[0].title).toBe(title)
})

test('a story keeps its id when it moves, is renamed, and is given another date', async () => {
  await using running = await runningSite()
  const { id } = (await jsonFeed()).items[0]
  await running.change({ 'articles/2022/04/station.md': article({ section: 'science' }) })
  expect((await jsonFeed()).items[0]).toMatchObject({ id, url: `${SITE}/science/station` })
  await running.folder.remove('articles/2022/04/station.md')
  await running.change({ 'articles/new.md': article({ aliases: '[station]', published: '2023-01-01T00:00:00Z' }) })
  expect((await jsonFeed()).items[0]).toMatchObject({ id, url: `${SITE}/world/new` })
  await running.folder.remove('articles/new.md')
  await running.change({ 'articles/newest.md': article({ aliases: '[station, new]' }) })
  expect((await jsonFeed()).items[0]).toMatchObject({ id, url: `${SITE}/world/newest` })
})

test('a correction changes the story and the feed', async () => {
  await using running = await runningSite()
  const corrections = '[{ date: 2022-05-01T12:00:00Z, text: "It falls & misses." }]'
  await running.change({ 'articles/2022/04/station.md': article({ corrections }) })
  expect(textsOf(await xmlFeed('atom'), 'updated')).toEqual(['2022-05-01T12:00:00.000Z', '2022-05-01T12:00:00.000Z'])
  const [{ date_modified, content_html }] = (await jsonFeed()).items
  expect(date_modified).toBe('2022-05-01T12:00:00.000Z')
  expect(content_html).toContain('<strong>Correction, May 1, 2022:</strong> It falls &amp; misses.')
})

test('a feed without stories is a valid one', async () => {
  await using _ = await runningSite({ 'articles/2022/04/station.md': null })
  expect(textsOf(await xmlFeed('rss'), 'item, lastBuildDate')).toEqual([])
  expect(textsOf(await xmlFeed('atom'), 'feed > id, feed > title, feed > updated, author > name')).toEqual([
    `${SITE}/feed.atom`,
    'Broadsheet',
    '1970-01-01T00:00:00.000Z',
    'Broadsheet',
  ])
  expect((await jsonFeed()).items).toEqual([])
})

const SUMMARIES: Parts = { 'site.yaml': site({ feeds: 'summary' }) }

test('summaries are given as such', async () => {
  await using _ = await runningSite({ ...ONE, ...SUMMARIES })
  const dek = 'It falls all the time and misses.'
  const [rss, atom] = [await xmlFeed('rss'), await xmlFeed('atom')]
  expect([textsOf(rss, 'item > description'), named(rss, 'content:encoded')]).toEqual([[dek], []])
  expect([textsOf(atom, 'summary'), textsOf(atom, 'content')]).toEqual([[dek], []])
  expect((await jsonFeed()).items[0]).toMatchObject({ summary: dek, content_text: dek })
})

test('a summary without a dek is the headline', async () => {
  await using _ = await runningSite({
    ...SUMMARIES,
    'articles/2022/04/station.md': article({ kind: 'live', dek: null }),
    'site.yaml': site({ feeds: 'summary', kinds: '{ live: Live }' }),
  })
  expect(textsOf(await xmlFeed('rss'), 'item > description')).toEqual(['The station stays up'])
  expect((await jsonFeed()).items[0]).toMatchObject({ content_text: 'The station stays up' })
})

test('a feed reader reads RSS and Atom alike', async () => {
  await using _ = await runningSite(ONE)
  const parser = new Parser()
  const [rss, atom] = await Promise.all(
    (['rss', 'atom'] as const).map(async (form) => parser.parseString(await feed(form))),
  )
  for (const feed of [rss, atom]) {
    expect(feed).toMatchObject({ title: 'Broadsheet', link: `${SITE}/` })
    expect(feed?.items).toMatchObject([{ title: 'The station stays up', link: `${SITE}/world/station` }])
    expect(feed?.items[0]?.isoDate).toBe('2022-04-02T19:04:00.000Z')
  }
  expect(rss?.items[0]?.guid).toBe(atom?.items[0]?.id)
  expect(rss?.items[0]?.enclosure).toMatchObject({ length: String(PNG.length), type: 'image/png' })
})
