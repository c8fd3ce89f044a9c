import { expect, test } from 'vitest'
import { markdown, WHOLE } from '#tests/fixtures/content.ts'
import { repositories } from '#tests/fixtures/git.ts'
import { kept, until } from '#tests/fixtures/kept.ts'
import { closeStore, shareStore } from '../catalog/store.ts'
import { findArticle } from './articles.ts'
import { findRenamed, type Renamable } from './renames.ts'

test('pages whose files were renamed are found at their new address, while they are there', async () => {
  await using git = await repositories({
    ...WHOLE,
    'topics/moon.md': markdown({ title: 'The Moon', description: 'It falls as well.' }),
    'pages/more.md': markdown({ title: 'More' }, 'There is more to say.\n'),
  })
  const { site } = git
  const moves = [
    ['articles/2022/04/station.md', 'articles/2022/04/outpost.md'],
    ['authors/amy-march.md', 'authors/amy-laurence.md'],
    ['topics/moon.md', 'topics/luna.md'],
    ['series/moon-again.md', 'series/moon-once-more.md'],
    ['newsletters/morning.md', 'newsletters/dawn.md'],
    ['pages/more.md', 'pages/who-we-are.md'],
    ['sections/science.md', 'sections/discovery.md'],
  ] as const
  for (const [from, to] of moves) await site.git('mv', `content/${from}`, `content/${to}`)
  await site.commit({})
  await using running = await kept(site.content.root)
  shareStore(running.store)
  await until(
    () => running.store.catalog.redirect('station'),
    (slug) => slug === 'outpost',
  )
  expect(await findArticle('world', 'station')).toEqual({ type: 'moved', href: '/world/outpost' })
  const names: [Renamable, string][] = [
    ['authors', 'amy-march'],
    ['topics', 'moon'],
    ['series', 'moon-again'],
    ['newsletters', 'morning'],
    ['pages', 'more'],
    ['sections', 'science'],
    ['pages', 'nothing'],
  ]
  expect(await Promise.all(names.map(([kind, slug]) => findRenamed(kind, slug)))).toEqual([
    '/authors/amy-laurence',
    '/topics/luna',
    '/series/moon-once-more',
    '/newsletters/dawn',
    '/who-we-are',
    '/discovery',
    null,
  ])
  await site.content.remove('authors/amy-laurence.md')
  await until(
    () => running.store.catalog.entry('authors', 'amy-laurence'),
    (author) => author === null,
  )
  expect(await findRenamed('authors', 'amy-march')).toBeNull()
  await closeStore()
})
