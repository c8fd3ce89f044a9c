import { truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ARTICLE, article, type Parts } from '#tests/fixtures/content.ts'
import { type Newsroom, newsroom } from '#tests/fixtures/newsroom.ts'

const number = (at: number): Parts => ({
  [`articles/2020/05/a${at}.md`]: article({ title: `Number ${at}`, published: '2020-05-01T12:00:00Z' }),
})

/** Two of 301 articles are asked for: the station before the damage and after it, another only after it. */
const PARTS: Parts = Object.assign({}, ...Array.from({ length: 300 }, (_, at) => number(at)))

const catalogOf = ({ data }: Newsroom) => path.join(data, 'catalog.db')

const DAMAGES = [
  ['truncated', (file: string) => truncate(file, 5000)],
  ['replaced by noise', (file: string) => writeFile(file, Buffer.alloc(500_000, 'noise'))],
] as const

test.for(DAMAGES)('a catalog that is %s while the site is down is made anew at its start', async ([, damage]) => {
  await using room = await newsroom(PARTS)
  await (await room.start()).stop()
  await damage(catalogOf(room))
  const site = await room.start()
  await site.says('is made anew: it is damaged')
  expect(await site.text('/')).toContain(String(ARTICLE.title))
  expect([await site.status('/world/a7'), (await site.health()).articles]).toEqual([200, 301])
})

test.for(DAMAGES)('a catalog that is %s while the site runs is made anew meanwhile', async ([, damage]) => {
  await using room = await newsroom(PARTS)
  const site = await room.start()
  for (const address of ['/', '/world/station']) expect(await site.status(address)).toBe(200)
  await damage(catalogOf(room))
  // Read again from memory, as most readers would.
  for (const address of ['/', '/world/station']) expect(await site.status(address)).toBe(200)
  await site.shows('/world/a7', 'Number 7')
  await site.until(async () => (await site.health()).articles === 301)
  await site.says('is made anew')
  await site.ready()
  await room.write({
    'articles/2022/05/new.md': article({ title: 'Written afterwards', published: '2022-05-01T12:00:00Z' }),
  })
  await site.shows('/world/new', 'Written afterwards')
  await site.shows('/', 'Written afterwards')
  expect(await site.status('/world/station')).toBe(200)
})
