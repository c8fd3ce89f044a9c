import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServerProcess } from '#tests/fixtures/server-process.ts'

let data: Awaited<ReturnType<typeof mkdtempDisposable>>
let site: ServerProcess
beforeAll(async () => {
  data = await mkdtempDisposable(`${tmpdir()}/broadsheet-unreachable-`)
  // Nobody listens there.
  const DATABASE_URL = 'postgres://paper:s3cret@127.0.0.1:9/paper'
  site = await new ServerProcess({ CONTENT_DIR: 'content', DATA_DIR: data.path, DATABASE_URL }).ready()
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await data.remove()
})

test('while the database of newsletters cannot be reached, stories are there, with forms that take two steps', async () => {
  const html = await site.text('/world/roscosmos-ties-station-to-sanctions')
  expect(html.match(/action="\/subscribe\/do\/sign-up"/g)).toHaveLength(3)
  expect(html).not.toContain('name="token"')
  const again = await site.get('/world/roscosmos-ties-station-to-sanctions')
  expect(again.headers.get('etag')).toBeTruthy()
})

test('a newsletter is shown without its issues, and that is kept by nobody', async () => {
  const answer = await site.get('/newsletters/morning')
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await answer.text()).toContain('Past issues cannot be shown just now')
})

test('a feed of issues says to come back, so that no reader takes them for gone', async () => {
  expect((await site.get('/newsletters/morning/feed.xml')).status).toBe(500)
})

test.for(['/subscribe', '/subscribe/preferences?token=S3CRET', '/newsletters/morning/2026-11-23'])(
  '%s says that it cannot be made, as a page',
  async (address) => {
    const answer = await site.get(address)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8'])
  },
)

test('no password and no token is in the log', () => {
  expect(site.output).not.toMatch(/s3cret/i)
})
