import { expect, test } from 'vitest'
import { article, markdown, type Parts } from '#tests/fixtures/content.ts'
import { runningSite, WRITING } from '#tests/fixtures/running.ts'
import { getAuthorStories, getAuthors } from './authors.ts'
import { getSection, getSectionStories } from './sections.ts'
import { getSeries, getSeriesStories } from './series.ts'
import { getTopic, getTopicStories, getTopics } from './topics.ts'

/** As many articles, the first the newest: `a1`, `a2` and so on, a day apart. */
const articles = (count: number, over = {}): Parts =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const published = new Date(Date.UTC(2025, 0, 300 - n)).toISOString()
      return [`articles/a${n + 1}.md`, article({ published, section: 'science', ...over })]
    }),
  )

const slugs = (stories: readonly { slug: string }[] | undefined) => stories?.map(({ slug }) => slug)

test('an empty list has one empty page', async () => {
  await using _ = await runningSite()
  const empty = { items: [], query: '', newer: null, older: null, upTo: null, total: 0 }
  expect(await getSectionStories('science', null)).toEqual(empty)
})

test('what readers may not see does not count', async () => {
  const parts = { ...articles(2, { status: 'draft' }), 'articles/b.md': article({ section: 'science' }) }
  {
    await using _ = await runningSite(parts)
    expect(await getSectionStories('science', null)).toMatchObject({ total: 1 })
  }
  await using _ = await runningSite(parts, WRITING)
  expect(await getSectionStories('science', null)).toMatchObject({ total: 3 })
})

test('sections have a tint by their order', async () => {
  await using _ = await runningSite()
  expect(await getSection('science')).toEqual({
    slug: 'science',
    title: 'Science',
    description: 'Found out.',
    href: '/science',
    tint: 2,
  })
  expect(await getSection('nowhere')).toBeNull()
})

test('topics come by title with how many stories readers can see', async () => {
  await using _ = await runningSite({
    'articles/a.md': article({ topics: '[space-race, arctic]' }),
    'articles/b.md': article({ topics: '[arctic, arctic]' }),
    'articles/c.md': article({ topics: '[arctic, secret]', status: 'draft' }),
    'articles/d.md': article({ topics: '[later]', published: '2026-06-01T00:00:00Z' }),
    'topics/arctic.md': markdown({ title: 'Zones of ice', description: 'Up north.' }),
    'topics/empty.md': markdown({ description: 'Nothing yet.' }),
  })
  expect((await getTopics()).map(({ title, count }) => [title, count])).toEqual([
    ['Space race', 1],
    ['Zones of ice', 2],
  ])
  expect(await getTopic('arctic')).toMatchObject({ title: 'Zones of ice', count: 2, href: '/topics/arctic' })
  expect(await getTopic('empty')).toMatchObject({ count: 0, description: 'Nothing yet.' })
  expect(await getTopic('later')).toBeNull()
  expect(await getTopic('secret')).toBeNull()
  expect(slugs((await getTopicStories('arctic', null))?.items)).toEqual(['a', 'b'])
})

test('a series goes in order of publication', async () => {
  await using _ = await runningSite({ ...articles(3, { series: 'moon-again' }), 'articles/x.md': article() })
  expect(await getSeries('moon-again')).toMatchObject({ title: 'The Moon, again', href: '/series/moon-again' })
  expect(slugs(await getSeriesStories('moon-again'))).toEqual(['a3', 'a2', 'a1'])
  expect(await getSeries('nothing')).toBeNull()
})

test('authors come by name in the order of the language, with their stories counted', async () => {
  await using _ = await runningSite({
    'authors/zoe.md': markdown({ name: 'Élodie Roux' }),
    'authors/cher.md': markdown({ name: 'cher' }),
    ...articles(1, { authors: '[zoe, jo-march]' }),
  })
  expect((await getAuthors()).map(({ name, initials, count }) => [name, initials, count])).toEqual([
    ['Amy March', 'AM', 0],
    ['cher', 'C', 0],
    ['Élodie Roux', 'ÉR', 1],
    ['Jo March', 'JM', 2],
  ])
  expect(slugs((await getAuthorStories('jo-march', null))?.items)).toEqual(['a1', 'station'])
})
