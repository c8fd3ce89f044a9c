import { expect, test } from 'vitest'
import { article, markdown, WHOLE } from '#tests/fixtures/content.ts'
import { repositories } from '#tests/fixtures/git.ts'
import { kept, until } from '#tests/fixtures/kept.ts'
import { closeStore, shareStore } from '../catalog/store.ts'
import { findArticle } from './articles.ts'
import { getFeed } from './feeds.ts'
import { findSource } from './markdown.ts'
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
    () => running.store.catalog.articles.redirect('station'),
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
    () => running.store.catalog.entries.find('authors', 'amy-laurence'),
    (author) => author === null,
  )
  expect(await findRenamed('authors', 'amy-march')).toBeNull()
  await closeStore()
})

test('a story that took a name which another gave up is the one that is shown under it, everywhere', async () => {
  const body = '::related{slug="outpost"}\n'
  await using git = await repositories({
    ...WHOLE,
    'articles/outpost.md': article({ title: 'First' }, 'It falls, and it misses the ground each time.\n'),
  })
  const { site } = git
  await site.git('mv', 'content/articles/outpost.md', 'content/articles/base.md')
  await site.commit({})
  await site.commit({
    'articles/outpost.md': article({ title: 'Second' }, 'Something else altogether stands here.\n'),
    'articles/reader.md': article({ title: 'Reader' }, body),
  })
  await using running = await kept(site.content.root)
  shareStore(running.store)
  await until(
    () => running.store.catalog.articles.redirect('outpost'),
    (slug) => slug === 'base',
  )
  const found = await findArticle('world', 'reader')
  const onPage = found?.type === 'found' ? found.article.body.find(({ type }) => type === 'related') : null
  const feed = await getFeed({ kind: 'publication' })
  const inFeed = feed?.stories.find(({ slug }) => slug === 'reader')?.body?.find(({ type }) => type === 'related')
  const source = await findSource('world', 'reader')
  const inMarkdown = source?.type === 'found' ? source.article.named.get('outpost') : null
  expect([onPage, inFeed]).toEqual([
    { type: 'related', story: expect.objectContaining({ headline: 'Second' }) },
    { type: 'related', story: expect.objectContaining({ headline: 'Second' }) },
  ])
  expect(inMarkdown?.headline).toBe('Second')
  expect(await findArticle('world', 'outpost')).toMatchObject({ type: 'found', article: { headline: 'Second' } })
  await closeStore()
})
