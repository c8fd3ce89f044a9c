import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServerProcess } from '#tests/fixtures/server-process.ts'
import { violations } from './axe.ts'
import { Reader } from './reader.ts'
import { copySample } from './sample.ts'

// A site whose content folder is not there: no page can be made.
let folder: string
let site: ServerProcess
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-fault-'))
  site = await new ServerProcess({
    CONTENT_DIR: path.join(folder, 'content'),
    DATA_DIR: path.join(folder, 'data'),
  }).listening()
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

test.for(['/', '/science', '/authors', '/about'])('a page that cannot be made says so: %s', async (address) => {
  const answer = await site.get(address)
  expect(answer.status).toBe(500)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await answer.text()).toMatch(/<h1[^>]*>This page could not be printed<\/h1>/)
})

test('a page that may be there when the content is says so, and when to ask again', async () => {
  const answer = await site.get('/world/roscosmos-ties-station-to-sanctions')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  expect(await answer.text()).toMatch(/<h1[^>]*>This page is not here yet<\/h1>/)
})

test('the page that says so is designed, complete without scripts, and accessible', async () => {
  await using reader = await Reader.open({ width: 375 })
  const response = await reader.visit('/', site.url)
  expect(response.status()).toBe(500)
  expect(await violations(reader.page)).toEqual([])
  expect(await reader.page.title()).toMatch(/\S/)
  expect(await reader.page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/newsreader/i)
})

test('health says that there is nothing to serve', async () => {
  const answer = await site.get('/healthz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ serving: false, ready: false, articles: 0 })
})

test('the site is there as soon as its content is', async () => {
  await using sample = await copySample()
  await mkdir(folder, { recursive: true })
  await rename(sample.root, path.join(folder, 'content'))
  await expect.poll(async () => (await site.get('/')).status, { timeout: 15_000 }).toBe(200)
  expect((await site.get('/healthz')).status).toBe(200)
})
