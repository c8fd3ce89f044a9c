import { mkdtempDisposable, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServerProcess } from '#tests/fixtures/server-process.ts'

const READER = ['/', '/world', '/world/roscosmos-ties-station-to-sanctions', '/authors', '/topics', '/newsletters']

let data: Awaited<ReturnType<typeof mkdtempDisposable>>
let site: ServerProcess
beforeAll(async () => {
  data = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-pages-'))
  site = await new ServerProcess({ CONTENT_DIR: 'content', DATA_DIR: data.path }).ready()
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await data.remove()
})

/** One figure of /metrics. */
async function figure(name: string): Promise<number> {
  const text = await site.text('/metrics')
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

test.for(READER)('%s goes out without scripts of Next', async (address) => {
  const html = await site.text(address)
  expect(html).toMatch(/<h1|<h2/)
  expect(html).not.toMatch(/_next\/static\/chunks\/[^"]*\.js|self\.__next_f|<script(?! type="application\/ld\+json")/)
})

test('a page has the same bytes and tag whichever process renders it', async () => {
  // It keeps a catalog of its own, and has the key of forms in common with the first.
  await using other = await new ServerProcess({ CONTENT_DIR: 'content', DATA_DIR: data.path }).ready()
  const sent = async (server: ServerProcess, address: string) => {
    const answer = await server.get(address)
    return [answer.headers.get('etag'), await answer.text()]
  }
  // What is related to a story is known a moment later than the rest, when its words have been entered.
  for (const address of READER)
    await expect
      .poll(async () => String(await sent(other, address)) === String(await sent(site, address)), { timeout: 10_000 })
      .toBe(true)
})

test.for(READER)('%s is there in every encoding', async (address) => {
  const html = await site.text(address)
  for (const encoding of ['br', 'gzip', 'identity']) {
    const answer = await fetch(new URL(address, site.url), { headers: { 'accept-encoding': encoding } })
    expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding)
    expect(await answer.text()).toBe(html)
  }
})

test('a page that was rendered comes from memory', async () => {
  await site.get('/')
  const renders = await figure('broadsheet_renders_total')
  for (let i = 0; i < 10; i++) await site.get('/')
  expect(await figure('broadsheet_renders_total')).toBe(renders)
})

test('made-up addresses cost no memory and no disk that lasts', async () => {
  const burst = async (name: string) => {
    for (let i = 0; i < 300; i++) expect((await site.get(`/${name}-${i}`)).status).toBe(404)
  }
  await burst('warm')
  const before = {
    bytes: await figure('broadsheet_page_cache_bytes'),
    files: await readdir(data.path, { recursive: true }),
  }
  await burst('made-up')
  expect(await figure('broadsheet_page_cache_bytes')).toBe(before.bytes)
  expect(await readdir(data.path, { recursive: true })).toEqual(before.files)
})
