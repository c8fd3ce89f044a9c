import { expect, test } from 'vitest'
import { article, contentFolder, NOW, type Yaml } from '#tests/fixtures/content.ts'
import { SearchableFolder } from '#tests/fixtures/searchable.ts'

async function slugs(q: string, stories: Readonly<Record<string, readonly [over: Yaml, body: string]>>) {
  const parts = Object.entries(stories).map(([slug, [over, body]]) => [
    `articles/2022/04/${slug}.md`,
    article(over, `${body}\n`),
  ])
  await using folder = await contentFolder(Object.fromEntries(parts))
  using searchable = await SearchableFolder.of(folder.root, NOW)
  return await searchable.slugs(q)
}

test('of stories with the same words the newer one comes first', async () => {
  const found = await slugs('comet', {
    old: [{ published: '2020-04-02T15:04:00Z' }, 'A comet.'],
    new: [{ published: '2025-12-02T15:04:00Z' }, 'A comet.'],
    mid: [{ published: '2022-04-02T15:04:00Z' }, 'A comet.'],
  })
  expect(found).toEqual(['new', 'mid', 'old'])
})

test('of several words the rarer one counts more', async () => {
  const common = Array.from({ length: 12 }, (_, nth) => [`c${nth}`, [{}, 'A moon.']] as const)
  const found = await slugs('moon zebra', {
    ...Object.fromEntries(common),
    rare: [{}, 'A zebra, a zebra, a zebra, a zebra, and a moon.'],
    often: [{}, 'A moon, a moon, a moon, a moon, and a zebra.'],
  })
  expect(found).toEqual(['rare', 'often'])
})

test('a word as it was typed counts more than one that begins so', async () => {
  const found = await slugs('star', { begun: [{}, 'A starling.'], typed: [{}, 'A star.'] })
  expect(found).toEqual(['typed', 'begun'])
})
