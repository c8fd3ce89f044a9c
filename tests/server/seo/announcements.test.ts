import { expect, test } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { newsroom } from '#tests/fixtures/newsroom.ts'
import { PUBLIC } from '#tests/fixtures/seo/public-site.ts'
import { service } from '#tests/fixtures/service.ts'

const KEY = '0123456789abcdef0123456789abcdef'

test('a hub and search engines are told of a story by the running site, and feeds name the hub', async () => {
  await using hub = await service(204)
  await using engine = await service(200)
  await using room = await newsroom({ 'articles/first.md': article({}) })
  const server = await room.start({
    SITE_URL: PUBLIC,
    WEBSUB_HUB: hub.url,
    INDEXNOW_KEY: KEY,
    INDEXNOW_ENDPOINT: engine.url,
  })
  expect(await server.text('/feed.xml')).toContain(`rel="hub" href="${hub.url}"`)
  expect(await server.text('/indexnow.txt')).toBe(KEY)

  await room.write({ 'articles/second.md': article({ title: 'Second of all' }) })
  await server.until(() => hub.received.length > 0 && engine.received.length > 0)
  expect(hub.topics.flat()).toContain(`${PUBLIC}/feed.xml`)
  expect(engine.pages.flat()).toContain(`${PUBLIC}/world/second`)
  expect(JSON.parse(engine.received[0]?.body ?? '')).toMatchObject({ host: 'broadsheet.example', key: KEY })
})

test('what could not be told while a hub was away is told by the next process', async () => {
  await using room = await newsroom({ 'articles/first.md': article({}) })
  await using away = await service('hang')
  const settings = { SITE_URL: PUBLIC, WEBSUB_HUB: away.url }
  const before = await room.start(settings)
  await room.write({ 'articles/second.md': article({ title: 'Second of all' }) })
  await before.until(() => away.received.length > 0)
  await before.kill()

  await using hub = await service(204)
  const after = await room.start({ ...settings, WEBSUB_HUB: hub.url })
  await after.until(() => hub.received.length > 0)
  expect(hub.topics.flat()).toContain(`${PUBLIC}/feed.xml`)
})
