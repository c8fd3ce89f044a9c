import { expect, test } from 'vitest'
import { article, FILE, NOW, site } from '#tests/fixtures/content.ts'
import { runningSite, WRITING } from '#tests/fixtures/running.ts'
import { findArticle, findStory, getLatest, getRecent } from './articles.ts'

const PUBLISHED = Date.parse('2022-04-02T15:04:00-04:00')

test('an article is found at its address, with all that its page shows', async () => {
  await using _ = await runningSite({
    [FILE]: article(
      {
        edition: 'us',
        updated: '2022-04-03T09:00:00-04:00',
        topics: '[space-race]',
        series: 'moon-again',
        corrections: '[{ date: 2022-04-03T09:00:00Z, text: It *misses*. }]',
        sources: '[{ name: Reuters, url: "https://reuters.com/a" }]',
        seo: '{ title: Up }',
      },
      'It falls.\n',
    ),
  })
  const found = await findArticle('world', 'a')
  expect(found).toMatchObject({
    type: 'found',
    article: {
      slug: 'a',
      href: '/world/a',
      headline: 'The station stays up',
      dek: 'It falls all the time and misses.',
      updated: { iso: '2022-04-03T09:00:00-04:00' },
      kicker: 'World',
      section: { slug: 'world', title: 'World', href: '/world', tint: 1 },
      byline: {
        authors: [{ name: 'Jo March', href: '/authors/jo-march' }],
        edition: { name: 'Broadsheet US', href: '/' },
      },
      published: { iso: '2022-04-02T15:04:00-04:00', ms: PUBLISHED },
      picture: { width: 3, height: 2, alt: 'A dot', credit: 'Broadsheet', focus: { x: 50, y: 50 } },
      state: 'published',
      words: 2,
      readingMinutes: 1,
      topics: [{ slug: 'space-race', title: 'Space race', href: '/topics/space-race' }],
      authors: [{ role: 'Reporter', initials: 'JM' }],
      corrections: [{ html: 'It <em>misses</em>.' }],
      sources: [{ name: 'Reuters' }],
      series: { slug: 'moon-again', title: 'The Moon, again', href: '/series/moon-again' },
      seo: { title: 'Up', description: null },
    },
  })
})

test('a body carries the promotion and the first newsletter unless it places them', async () => {
  await using _ = await runningSite()
  const found = await findArticle('world', 'station')
  const body = found?.type === 'found' ? found.article.body : []
  expect(body.map(({ type }) => type)).toEqual(['html', 'promotion', 'newsletter'])
})

test('an article that moved answers with its right address', async () => {
  await using _ = await runningSite({ [FILE]: article({ aliases: '[older, oldest]' }) })
  const moved = { type: 'moved', href: '/world/a' }
  expect(await findArticle('science', 'a')).toEqual(moved)
  expect(await findArticle('nowhere', 'a')).toEqual(moved)
  expect(await findArticle('world', 'older')).toEqual(moved)
  expect(await findArticle('science', 'oldest')).toEqual(moved)
})

test.each(['nothing', '', '__proto__', 'constructor', '../site'])('there is no article %j', async (slug) => {
  await using _ = await runningSite()
  expect(await findArticle('world', slug)).toBeNull()
})

test('a story is found by its slug alone, unless it is withdrawn', async () => {
  const withdrawn = '{ date: 2022-05-01T12:00:00Z, reason: The board was wrong. }'
  await using _ = await runningSite({ [FILE]: article({ status: 'withdrawn', withdrawn }) })
  expect(await findStory('station')).toMatchObject({ href: '/world/station', headline: 'The station stays up' })
  expect(await findStory('a')).toBeNull()
  expect(await findStory('nothing')).toBeNull()
})

test('readers meet no draft, writers do', async () => {
  const parts = { [FILE]: article({ status: 'draft', aliases: '[older]' }) }
  {
    await using _ = await runningSite(parts)
    expect(await findArticle('world', 'a')).toBeNull()
    expect(await findArticle('world', 'older')).toBeNull()
  }
  await using _ = await runningSite(parts, WRITING)
  expect(await findArticle('world', 'a')).toMatchObject({ article: { state: 'draft' } })
})

test('a scheduled article appears when its time comes', async () => {
  await using running = await runningSite({ [FILE]: article({ published: '2026-01-01T13:00:00Z' }) })
  const time = Date.parse('2026-01-01T13:00:00Z')
  expect(await running.tick(time - 1)).toEqual([])
  expect(await findArticle('world', 'a')).toBeNull()
  expect((await getLatest([], 1)).map(({ slug }) => slug)).toEqual(['station'])
  expect(await running.tick(time)).toEqual(expect.arrayContaining(['article:a', 'list:all', 'list:section:world']))
  expect(await findArticle('world', 'a')).toMatchObject({ article: { state: 'published' } })
  expect((await getLatest([], 1)).map(({ slug }) => slug)).toEqual(['a'])
})

test('writers see what is scheduled, marked as such', async () => {
  await using _ = await runningSite({ [FILE]: article({ published: '2026-06-01T13:00:00Z' }) }, WRITING)
  expect(await findArticle('world', 'a')).toMatchObject({ article: { state: 'scheduled' } })
})

test('a withdrawn article says why in place of its body, and stands in no list', async () => {
  const withdrawn = '{ date: 2022-05-01T12:00:00Z, reason: The board was wrong. }'
  await using _ = await runningSite({ [FILE]: article({ status: 'withdrawn', withdrawn }) })
  expect(await findArticle('world', 'a')).toMatchObject({
    article: { state: 'withdrawn', body: [], withdrawn: { reason: 'The board was wrong.' } },
  })
  expect((await getLatest([], 9)).map(({ slug }) => slug)).toEqual(['station'])
})

test('a kind with a label is the kicker, also one of site.yaml', async () => {
  await using _ = await runningSite({
    'site.yaml': site({ kinds: '{ live: Live, feature: Long read }' }),
    [FILE]: article({ kind: 'live', dek: null }),
    'articles/b.md': article({ kind: 'feature' }),
  })
  const kickers = (await getLatest([], 9)).map(({ slug, kicker }) => [slug, kicker])
  expect(kickers).toEqual([
    ['a', 'Live'],
    ['b', 'Long read'],
    ['station', 'World'],
  ])
})

test('the latest come newest first, but for those named, and not more than asked for', async () => {
  await using _ = await runningSite({
    'articles/old.md': article({ published: '2020-01-01T00:00:00Z' }),
    'articles/new.md': article({ published: '2025-01-01T00:00:00Z' }),
  })
  const slugs = async (except: string[], limit: number) => (await getLatest(except, limit)).map(({ slug }) => slug)
  expect(await slugs([], 9)).toEqual(['new', 'station', 'old'])
  expect(await slugs(['station'], 9)).toEqual(['new', 'old'])
  expect(await slugs([], 2)).toEqual(['new', 'station'])
  expect(await slugs([], 0)).toEqual([])
})

test('an edit shows in the next answer', async () => {
  await using running = await runningSite({ [FILE]: article() })
  await findArticle('world', 'a')
  await running.change({ [FILE]: article({ title: 'Edited' }) })
  expect(await findArticle('world', 'a')).toMatchObject({ article: { headline: 'Edited' } })
})

test('what is recent is of the last 48 hours, newest first', async () => {
  const at = (hours: number) => article({ published: new Date(NOW - hours * 3600 * 1000).toISOString() })
  await using _ = await runningSite({ 'articles/a.md': at(47), 'articles/b.md': at(1), 'articles/c.md': at(49) })
  expect((await getRecent(9, NOW)).map(({ slug }) => slug)).toEqual(['b', 'a'])
  expect((await getRecent(1, NOW)).map(({ slug }) => slug)).toEqual(['b'])
})
