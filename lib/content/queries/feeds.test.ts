import { expect, test } from 'vitest'
import { Reading } from '#lib/content/catalog/reading.ts'
import { article, markdown, type Parts, PNG, site } from '#tests/fixtures/content.ts'
import { runningSite, WRITING } from '#tests/fixtures/running.ts'
import { type FeedSubject, getFeed } from './feeds.ts'

const ALL: FeedSubject = { kind: 'publication' }
const place = (slug: string): FeedSubject => ({ kind: 'place', slug })

/** As many articles, the first the newest: `a1`, `a2` and so on, a day apart. */
const articles = (count: number, over = {}, body?: string): Parts =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const published = new Date(Date.UTC(2025, 0, 300 - n)).toISOString()
      return [`articles/a${n + 1}.md`, article({ published, ...over }, body)]
    }),
  )

const slugs = async (subject: FeedSubject) => (await getFeed(subject))?.stories.map(({ slug }) => slug)

test('a feed has the thirty newest stories', async () => {
  await using _ = await runningSite(articles(31))
  expect(await slugs(ALL)).toEqual(Array.from({ length: 30 }, (_, n) => `a${n + 1}`))
})

test('a section, an edition, a topic and an author have feeds of their own', async () => {
  await using _ = await runningSite({
    'articles/a.md': article({ section: 'science', published: '2022-04-03T00:00:00Z', edition: 'us' }),
    'articles/b.md': article({ topics: '[space]', published: '2022-04-02T00:00:00Z', edition: 'uk' }),
    'articles/station.md': article({ published: '2022-04-01T00:00:00Z', authors: '[amy-march]' }),
    'articles/2022/04/station.md': null,
  })
  expect(await slugs(ALL)).toEqual(['a', 'b', 'station'])
  expect(await slugs(place('science'))).toEqual(['a'])
  expect(await slugs(place('us'))).toEqual(['a', 'station'])
  expect(await slugs(place('uk'))).toEqual(['b', 'station'])
  expect(await slugs({ kind: 'topic', slug: 'space' })).toEqual(['b'])
  expect(await slugs({ kind: 'author', slug: 'amy-march' })).toEqual(['station'])
})

test('each says what it is about, in which language, and where its page and its feeds are', async () => {
  await using _ = await runningSite({ 'articles/a.md': article({ topics: '[space]' }) })
  const about = async (subject: FeedSubject) => {
    const { title, description, locale, href, folder } = (await getFeed(subject)) ?? {}
    return [title, description, locale, href, folder]
  }
  expect(await about(ALL)).toEqual([null, 'A paper in plain text.', 'en-US', '/', '/'])
  expect(await about(place('science'))).toEqual(['Science', 'Found out.', 'en-US', '/science', '/science'])
  expect(await about(place('us'))).toEqual(['US', 'A paper in plain text.', 'en-US', '/', '/us'])
  expect(await about(place('uk'))).toEqual(['UK', 'A paper in plain text.', 'en-GB', '/uk', '/uk'])
  const topic = ['Space', 'Every story on Space.', 'en-US', '/topics/space', '/topics/space']
  expect(await about({ kind: 'topic', slug: 'space' })).toEqual(topic)
  const author = ['Jo March', 'Stories by Jo March.', 'en-US', '/authors/jo-march', '/authors/jo-march']
  expect(await about({ kind: 'author', slug: 'jo-march' })).toEqual(author)
})

test.each<FeedSubject>([
  place('nowhere'),
  place('about'),
  { kind: 'topic', slug: 'nothing' },
  { kind: 'author', slug: 'nobody' },
])('there is no feed of %j', async (subject) => {
  await using _ = await runningSite()
  expect(await getFeed(subject)).toBeNull()
})

test('what has a page has a feed, though there is no story yet', async () => {
  await using _ = await runningSite({ 'topics/empty.md': markdown({ description: 'Nothing yet.' }) })
  expect(await slugs(place('science'))).toEqual([])
  expect(await slugs({ kind: 'topic', slug: 'empty' })).toEqual([])
  expect(await slugs({ kind: 'author', slug: 'amy-march' })).toEqual([])
})

test('drafts, scheduled and withdrawn stories are in no feed, not even while writing', async () => {
  await using _ = await runningSite(
    {
      'articles/a.md': article({ status: 'draft' }),
      'articles/b.md': article({ published: '2027-01-01T00:00:00Z' }),
      'articles/c.md': article({
        status: 'withdrawn',
        withdrawn: '{ date: 2022-05-01T00:00:00Z, reason: It was wrong. }',
      }),
      'articles/2022/04/station.md': article({}, '::related{slug="a"}\n\nIt falls.\n'),
    },
    WRITING,
  )
  const feed = await getFeed(ALL)
  expect(feed?.stories.map(({ slug }) => slug)).toEqual(['station'])
  expect(feed?.stories[0]?.body).toEqual([{ type: 'html', html: '<p>It falls.</p>' }])
})

test('a story is known by its first slug, and has changed when it was corrected last', async () => {
  const corrections = '[{ date: 2022-04-05T00:00:00Z, text: "It *falls*." }]'
  await using _ = await runningSite({
    'articles/a.md': article({ aliases: '[first, second]', updated: '2022-04-04T00:00:00Z', corrections }),
    'articles/2022/04/station.md': null,
  })
  expect((await getFeed(ALL))?.stories).toMatchObject([
    { firstSlug: 'first', modified: Date.parse('2022-04-05'), corrections: [{ html: 'It <em>falls</em>.' }] },
  ])
})

test('a picture comes with its caption, and the type and bytes of its file', async () => {
  const image = '{ src: /media/dot.png, alt: A dot, credit: Broadsheet, caption: "A *dot*" }'
  await using _ = await runningSite({ 'articles/2022/04/station.md': article({ image }) })
  expect((await getFeed(ALL))?.stories).toMatchObject([
    { picture: { width: 3, height: 2, captionHtml: 'A <em>dot</em>' }, file: { type: 'image/png', bytes: PNG.length } },
  ])
})

test('a publication may give no more than summaries', async () => {
  await using _ = await runningSite({ 'site.yaml': site({ feeds: 'summary' }) })
  expect((await getFeed(ALL))?.stories).toMatchObject([{ slug: 'station', body: null }])
})

test('of very long stories the older are given by their deks', async () => {
  const fence = '```'
  await using _ = await runningSite(articles(7, {}, `${fence}\n${'It falls.\n'.repeat(5000)}${fence}\n`))
  const whole = (await getFeed(ALL))?.stories.map(({ body }) => body !== null)
  expect(whole).toEqual([true, true, true, true, true, false, false, false])
})

test('sign-up forms and promotions stay out of a feed', async () => {
  const body = 'One.\n\n::newsletter{name="morning"}\n\n::promotion\n\nTwo.\n'
  await using _ = await runningSite({ 'articles/2022/04/station.md': article({}, body) })
  const [story] = (await getFeed(ALL))?.stories ?? []
  expect(JSON.stringify(story?.body)).not.toMatch(/Morning|Subscribe/)
})

test('a body that has been rendered before shows the pictures as they are now', async () => {
  const body = 'Text ![A dot](/media/dot.png) text.\n\n![A dot](/media/dot.png "Credit")\n'
  await using running = await runningSite({ 'articles/2022/04/station.md': article({}, body) })
  const shown = async () => {
    const reading = new Reading()
    const feed = await reading.run(() => getFeed(ALL))
    reading.end()
    return { text: JSON.stringify(feed?.stories[0]?.body), keys: reading.keys }
  }
  const before = await shown()
  const again = await shown()
  expect(before.text).toContain('width=\\"3\\"')
  expect(again).toEqual(before)
  expect(again.keys).toContain('media:/media/dot.png')
  await running.folder.remove('media/dot.png')
  await running.change({})
  const after = await shown()
  expect(after.text).not.toMatch(/width|figure/)
})

test('a feed depends on its lists and on its stories, and on nothing else that is published', async () => {
  await using _ = await runningSite({ 'articles/a.md': article({ section: 'science' }) })
  const reading = new Reading()
  await reading.run(() => getFeed(place('science')))
  reading.end()
  expect(Array.from(reading.keys)).toEqual(expect.arrayContaining(['list:section:science', 'article:a', 'story:a']))
  expect(Array.from(reading.keys).filter((key) => /all|station|newsletter|day/.test(key))).toEqual([])
})
