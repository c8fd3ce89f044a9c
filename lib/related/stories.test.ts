import { expect, test } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { getRelated } from './stories.ts'

const related = async (slug: string, limit = 9) => (await getRelated(slug, limit)).map((story) => story.slug)

test('what an editor picked comes first, in that order, then kin', async () => {
  await using _ = await runningSite({
    'articles/a.md': article({ related: '[far, farther]', topics: '[space]' }),
    'articles/kin.md': article({ topics: '[space]' }),
    'articles/far.md': article({ section: 'science' }),
    'articles/farther.md': article({ section: 'science', topics: '[space]' }),
  })
  expect(await related('a')).toEqual(['far', 'farther', 'kin', 'station'])
  expect(await related('a', 3)).toEqual(['far', 'farther', 'kin'])
})

test('a story is not related to itself, nor to one that shares nothing', async () => {
  await using _ = await runningSite({
    'articles/a.md': article({ related: '[a]' }),
    'articles/b.md': article({ section: 'science' }),
  })
  expect(await related('a')).toEqual(['station'])
})

test('a story that readers may not see is not related, even if it was picked', async () => {
  const withdrawn = '{ date: 2022-05-01T12:00:00Z, reason: Wrong. }'
  await using _ = await runningSite({
    'articles/a.md': article({ related: '[draft, later, gone]' }),
    'articles/draft.md': article({ status: 'draft' }),
    'articles/later.md': article({ published: '2026-06-01T00:00:00Z' }),
    'articles/gone.md': article({ status: 'withdrawn', withdrawn }),
  })
  expect(await related('a')).toEqual(['station'])
})

test('nothing is related to an article that is not there', async () => {
  await using _ = await runningSite()
  expect(await related('nothing')).toEqual([])
})
