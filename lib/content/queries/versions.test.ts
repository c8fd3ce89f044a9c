import { expect, test } from 'vitest'
import { article, site } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { findArticle } from './articles.ts'

const EDITIONS = `[{ slug: us, name: US }, { slug: uk, name: UK, locale: en-GB }, { slug: au, name: AU, locale: en-AU },
  { slug: nz, name: NZ, locale: en-AU }]`
const PARTS = {
  'site.yaml': site({ editions: EDITIONS }),
  'articles/a.md': article(),
  'articles/a-uk.md': article({ edition: 'uk', original: 'a' }),
  'articles/a-au.md': article({ edition: 'au', original: 'a', section: 'science' }),
}

async function versionsOf(slug: string, section = 'world') {
  const found = await findArticle(section, slug)
  return found?.type === 'found' ? found.article.versions : null
}

const ALL = [
  { locale: 'en-US', href: '/world/a', isDefault: true },
  { locale: 'en-AU', href: '/science/a-au', isDefault: false },
  { locale: 'en-GB', href: '/world/a-uk', isDefault: false },
]

test('every version of a story gives the same list, with itself', async () => {
  await using _ = await runningSite(PARTS)
  expect(await versionsOf('a')).toEqual(ALL)
  expect(await versionsOf('a-uk')).toEqual(ALL)
  expect(await versionsOf('a-au', 'science')).toEqual(ALL)
  expect(await versionsOf('station')).toEqual([])
})

test('versions that readers may not see are none', async () => {
  const hidden = { status: 'draft', edition: 'uk', original: 'a' }
  await using site = await runningSite({ ...PARTS, 'articles/a-uk.md': article(hidden) })
  expect(await versionsOf('a')).toEqual([ALL[0], ALL[1]])
  await site.change({ 'articles/a-au.md': article({ ...hidden, edition: 'au' }) })
  expect(await versionsOf('a')).toEqual([])
})

test('of two versions for the same readers the newer counts, and the other has none', async () => {
  const nz = article({ edition: 'nz', original: 'a', published: '2022-04-03T15:04:00-04:00' })
  await using _ = await runningSite({ ...PARTS, 'articles/a-nz.md': nz })
  expect((await versionsOf('a'))?.map(({ href }) => href)).toEqual(['/world/a', '/world/a-nz', '/world/a-uk'])
  expect(await versionsOf('a-au', 'science')).toEqual([])
})

test('without one for the default edition the original is for readers of none', async () => {
  const parts = { ...PARTS, 'articles/a.md': article({ edition: 'uk' }), 'articles/a-uk.md': null }
  await using _ = await runningSite(parts)
  const versions = await versionsOf('a')
  expect(versions?.find(({ isDefault }) => isDefault)?.href).toBe('/world/a')
})
