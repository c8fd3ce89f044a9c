import { mkdir, mkdtempDisposable, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Listening } from '#tests/fixtures/listening.ts'
import type { Handler } from '../render/capture.ts'
import { guardShares } from './share.ts'

const PNG = Buffer.from('a picture\nof something')
const ADDRESS = '/share/articles/boats.png?v=now'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** A server of share images over a route that draws at once or on a word. */
async function guarded({ finished = true } = {}) {
  const folder = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-share-'))
  vi.stubEnv('DATA_DIR', folder.path)
  const gate = Promise.withResolvers<void>()
  if (finished) gate.resolve()
  const state = { version: 'now', asked: [] as string[], running: 0, most: 0, status: 200 }
  const handle: Handler = async (request, response) => {
    state.asked.push(request.url ?? '')
    state.most = Math.max(state.most, ++state.running)
    await gate.promise
    state.running--
    const headers = { 'content-type': 'image/png', ...(state.status === 307 && { location: '/share/else' }) }
    response.writeHead(state.status, headers).end(PNG)
  }
  const find = async (path: string) => (path.includes('gone') ? null : `${path}?v=${state.version}`)
  const start = () => {
    const serve = guardShares(handle, find)
    return Listening.to((request, response) => {
      serve(request, response, request.url ?? '').catch(() => response.writeHead(500).end())
    })
  }
  const listening = [await start()]
  return {
    state,
    finish: gate.resolve,
    kept: path.join(folder.path, 'share'),
    ask: (url: string, headers: Record<string, string> = {}, method = 'GET') =>
      (listening.at(-1) as Listening).ask(url, { method, headers }),
    async restart() {
      listening.push(await start())
    },
    async [Symbol.asyncDispose]() {
      for (const one of listening) await one[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test('an image is drawn once, and kept for good by everyone', async () => {
  await using site = await guarded()
  for (let i = 0; i < 2; i++) {
    const { status, headers, body } = await site.ask(ADDRESS)
    expect({ status, body }).toEqual({ status: 200, body: PNG })
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      etag: '"now"',
    })
  }
  await site.restart()
  expect((await site.ask(ADDRESS)).body).toEqual(PNG)
  expect(site.state.asked).toEqual([ADDRESS])
})

test('HEAD says what GET would, and who has the image is told so', async () => {
  await using site = await guarded()
  const head = await site.ask(ADDRESS, {}, 'HEAD')
  expect(head).toMatchObject({ status: 200, headers: { 'content-length': String(PNG.length) } })
  expect(head.body).toHaveLength(0)
  expect(await site.ask(ADDRESS, { 'if-none-match': '"now"' })).toMatchObject({ status: 304 })
})

test.for(['', '?v=', '?v=old', '?v=now&v=now'])('"%s" leads to the right version and makes no work', async (query) => {
  await using site = await guarded()
  const { status, headers } = await site.ask(`/share/articles/boats.png${query}`)
  expect({ status, ...headers }).toMatchObject({ status: 307, location: ADDRESS, 'cache-control': 'no-store' })
  expect(site.state.asked).toEqual([])
})

test('what is gone is not shown, though it was drawn before', async () => {
  await using site = await guarded()
  await site.ask(ADDRESS)
  site.state.version = 'later'
  expect(await site.ask(ADDRESS)).toMatchObject({
    status: 307,
    headers: { location: '/share/articles/boats.png?v=later' },
  })
  expect((await site.ask('/share/articles/gone.png?v=now')).status).toBe(404)
})

test('many who ask for one image wait for one drawing', async () => {
  await using site = await guarded({ finished: false })
  const answers = Array.from({ length: 20 }, () => site.ask(ADDRESS))
  await vi.waitFor(() => expect(site.state.running).toBe(1), 20_000)
  site.finish()
  for (const { status } of await Promise.all(answers)) expect(status).toBe(200)
  expect(site.state.asked).toEqual([ADDRESS])
})

test('one is drawn at a time; some wait, and the rest are told to come back', async () => {
  await using site = await guarded({ finished: false })
  const statuses: number[] = []
  const asking = Array.from({ length: 50 }, async (_, at) => {
    const { status, headers } = await site.ask(`/share/articles/a${at}.png?v=now`)
    statuses.push(status)
    return headers['retry-after']
  })
  // One is being drawn and 32 wait: the others are told at once.
  await vi.waitFor(() => expect(statuses).toEqual(Array.from({ length: 17 }, () => 503)), 20_000)
  site.finish()
  const retries = await Promise.all(asking)
  expect(retries.filter((seconds) => seconds === '2')).toHaveLength(17)
  expect(statuses.filter((status) => status === 200)).toHaveLength(33)
  expect(site.state.most).toBe(1)
})

test('content that changes while its image is drawn leads on, and a failure is not kept', async () => {
  await using site = await guarded()
  site.state.status = 307
  expect(await site.ask(ADDRESS)).toMatchObject({ status: 307, headers: { location: '/share/else' } })
  site.state.status = 500
  expect((await site.ask(ADDRESS)).status).toBe(500)
  site.state.status = 200
  expect((await site.ask(ADDRESS)).body).toEqual(PNG)
})

test('damaged files are drawn anew, and drafts of a process that was killed are cleared away', async () => {
  await using site = await guarded()
  await site.ask(ADDRESS)
  const [name = ''] = await readdir(site.kept)
  await writeFile(path.join(site.kept, name), 'noise')
  await mkdir(site.kept, { recursive: true })
  await writeFile(path.join(site.kept, '.draft'), 'half')
  await site.restart()
  expect((await site.ask(ADDRESS)).body).toEqual(PNG)
  await vi.waitFor(async () => expect(await readdir(site.kept)).toEqual([name]), 20_000)
  expect(site.state.asked).toHaveLength(2)
})
