import { expect, test } from 'vitest'
import { article, type Parts, type Yaml } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { getBeat } from './beat.ts'

/** Articles `a1`, `a2` and so on, a day apart, the first the newest; each with what is its own. */
const articles = (own: readonly Yaml[], name = 'a'): Parts =>
  Object.fromEntries(
    own.map((over, n) => {
      const published = new Date(Date.UTC(2025, 0, 300 - n)).toISOString()
      return [`articles/${name}${n + 1}.md`, article({ published, authors: '[amy-march]', ...over })]
    }),
  )

test('an author writes about what is theirs before what everybody writes about', async () => {
  const own = articles(Array(3).fill({ topics: '[politics, ice]' }))
  const others = articles(Array(12).fill({ topics: '[politics]', authors: '[jo-march]' }), 'b')
  await using _ = await runningSite({ ...own, ...others })
  expect((await getBeat('amy-march')).topics).toEqual([
    { slug: 'ice', title: 'Ice', href: '/topics/ice' },
    { slug: 'politics', title: 'Politics', href: '/topics/politics' },
  ])
})

test('an author’s sections come with their stories counted, the most first', async () => {
  await using _ = await runningSite(articles([{ section: 'world' }, { section: 'science' }, { section: 'science' }]))
  expect((await getBeat('amy-march')).sections.map(({ title, count }) => [title, count])).toEqual([
    ['Science', 2],
    ['World', 1],
  ])
})

test('an author is here since their first story that readers can see', async () => {
  const draft = {
    'articles/d.md': article({ authors: '[amy-march]', status: 'draft', published: '2001-01-01T00:00:00Z' }),
  }
  await using _ = await runningSite({ ...articles([{}, { published: '2023-05-06T07:08:09+02:00' }]), ...draft })
  expect((await getBeat('amy-march')).since).toEqual({
    iso: '2023-05-06T05:08:09.000Z',
    ms: Date.parse('2023-05-06T07:08:09+02:00'),
  })
})

test('who wrote nothing covers nothing', async () => {
  await using _ = await runningSite()
  expect(await getBeat('amy-march')).toEqual({ topics: [], sections: [], since: null, seen: 0 })
})
