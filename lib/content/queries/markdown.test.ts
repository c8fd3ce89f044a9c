import { expect, test } from 'vitest'
import { article, FILE, NOW } from '#tests/fixtures/content.ts'
import { runningSite, WRITING } from '#tests/fixtures/running.ts'
import { findSource, type SourceArticle } from './markdown.ts'

const found = async (section: string, slug: string): Promise<SourceArticle | null> => {
  const source = await findSource(section, slug)
  return source?.type === 'found' ? source.article : null
}

test('a story comes with its text as it was written, and with the stories that it names', async () => {
  const body = 'It *falls*.\n\n::related{slug="station"}\n\n:::aside{title="More"}\n::related{slug="old"}\n:::\n'
  await using _ = await runningSite({
    'articles/b.md': article({ aliases: '[old]', title: 'B' }),
    [FILE]: article(
      {
        image: '{ src: /media/dot.png, alt: A dot, credit: Broadsheet, caption: A *dot* }',
        topics: '[space-race]',
        series: 'moon-again',
        corrections: '[{ date: 2022-04-03T09:00:00Z, text: It *misses*. }]',
        sources: '[{ name: Reuters, url: "https://reuters.com/a" }]',
      },
      body,
    ),
  })
  const source = await found('world', 'a')
  expect(source).toMatchObject({
    slug: 'a',
    body,
    caption: 'A *dot*',
    topics: [{ slug: 'space-race', title: 'Space race', href: '/topics/space-race' }],
    series: { href: '/series/moon-again' },
    corrections: [{ text: 'It *misses*.' }],
    sources: [{ name: 'Reuters' }],
    withdrawn: null,
  })
  expect(Array.from(source?.named ?? [], ([slug, { href }]) => [slug, href])).toEqual([
    ['station', '/world/station'],
    ['old', '/world/b'],
  ])
})

test('a moved story, an alias and another section lead to where the page is', async () => {
  await using _ = await runningSite({ [FILE]: article({ aliases: '[older]' }) })
  for (const [section, slug] of [['science', 'a'] as const, ['world', 'older'] as const])
    expect(await findSource(section, slug)).toEqual({ type: 'moved', href: '/world/a' })
})

test('a withdrawn story comes without its text, and says why', async () => {
  const withdrawn = '{ date: 2022-05-01T09:00:00Z, reason: It was made up. }'
  await using _ = await runningSite({ [FILE]: article({ status: 'withdrawn', withdrawn }) })
  expect(await found('world', 'a')).toMatchObject({
    state: 'withdrawn',
    body: '',
    withdrawn: { reason: 'It was made up.' },
  })
})

test('drafts and scheduled stories are there for those who write only', async () => {
  const parts = {
    'articles/draft.md': article({ status: 'draft' }),
    'articles/later.md': article({ published: '2030-01-01T00:00:00Z' }),
  }
  for (const writing of [true, false]) {
    await using _ = await runningSite(parts, { now: NOW, ...(writing && WRITING) })
    expect((await found('world', 'draft')) !== null).toBe(writing)
    expect((await found('world', 'later')) !== null).toBe(writing)
  }
})

test('an unknown name, and a related story that readers may not see, are nothing', async () => {
  await using _ = await runningSite({
    'articles/draft.md': article({ status: 'draft' }),
    [FILE]: article({}, '::related{slug="draft"}\n'),
  })
  expect(await findSource('world', 'no-such')).toBeNull()
  expect((await found('world', 'a'))?.named.size).toBe(0)
})
