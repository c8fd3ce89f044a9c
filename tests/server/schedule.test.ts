import { expect, test, vi } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { newsroom } from '#tests/fixtures/newsroom.ts'

test('a scheduled article is on its page, the front and its section within a second of its time', async () => {
  const due = Date.now() + 8000
  const published = new Date(due).toISOString()
  await using room = await newsroom({ 'articles/2022/05/due.md': article({ title: 'Now is the time', published }) })
  const site = await room.start()
  // Each page is there from before, so that nothing but the change itself can bring it up to date.
  expect(await Promise.all(['/', '/world', '/world/due'].map(site.status))).toEqual([200, 200, 404])
  expect(await site.text('/')).not.toContain('Now is the time')
  const { articles } = await site.health()
  await vi.waitUntil(() => Date.now() >= due + 1000, { timeout: 30_000, interval: 10 })
  const pages = await Promise.all(['/', '/world', '/world/due'].map((address) => site.text(address)))
  for (const page of pages) expect(page).toContain('Now is the time')
  expect((await site.health()).articles).toBe(articles + 1)
})
