import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Listening } from '#tests/fixtures/listening.ts'
import { answerMedia } from './media.ts'

const SRC = '/media/a b/é.svg'

/** A server of one file that content lists under version `v2`; a request's path is the version it asks for. */
async function served({ now = 2_000_000 } = {}) {
  const folder = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-media-'))
  const absolute = path.join(folder.path, 'é.svg')
  await writeFile(absolute, '<svg/>')
  const media = { absolute, size: 6, changed: 1_000_000, type: 'image/svg+xml', version: 'v2' }
  const listening = await Listening.to((request, response) => {
    const version = request.url === '/' ? null : (request.url?.slice(1) ?? null)
    void answerMedia(request, response, version === 'unknown' ? null : media, { src: SRC, version, now })
  })
  return {
    ask: (version: string) => listening.ask(`/${version}`),
    async [Symbol.asyncDispose]() {
      await listening[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test.for([
  ['its version', 'v2', 'public, max-age=31536000, immutable'],
  ['no version', '', 'public, max-age=3600'],
] as const)('a file asked for by %s is kept accordingly', async ([, version, lifetime]) => {
  await using server = await served()
  const { status, headers, body } = await server.ask(version)
  expect({ status, body: String(body) }).toEqual({ status: 200, body: '<svg/>' })
  expect(headers).toMatchObject({ 'cache-control': lifetime, 'content-type': 'image/svg+xml', etag: '"v2"' })
})

test('another version leads to the right one, and leaves nothing in a cache', async () => {
  await using server = await served()
  const { status, headers } = await server.ask('v1')
  expect({ status, location: headers.location, cache: headers['cache-control'] }).toEqual({
    status: 307,
    location: '/media/a%20b/%C3%A9.svg?v=v2',
    cache: 'no-store',
  })
})

test('a file that content does not list is not there', async () => {
  await using server = await served()
  expect(await server.ask('unknown')).toMatchObject({ status: 404 })
})

test('a drawing that is opened by itself runs nothing, and other sites may show it', async () => {
  await using server = await served()
  const { headers } = await server.ask('v2')
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  expect(headers).toMatchObject({ 'cross-origin-resource-policy': 'cross-origin', 'x-content-type-options': 'nosniff' })
})

test.for([1_000_000, 1_009_999, 990_001])('nothing is kept of a file that changed a moment ago', async (now) => {
  await using server = await served({ now })
  const { status, headers } = await server.ask('v2')
  expect({ status, cache: headers['cache-control'], etag: headers.etag }).toEqual({
    status: 200,
    cache: 'no-store',
    etag: undefined,
  })
})
