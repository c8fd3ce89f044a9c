import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Listening } from '#tests/fixtures/listening.ts'
import { Assets } from './assets.ts'

const CSS = 'body { color: black }\n'.repeat(50)
const FILES = {
  'static/chunks/a.css': CSS,
  'static/media/a.woff2': 'font',
  'server/app/icon.svg.body': '<svg/>',
  'server/app/icon.svg.meta': '{"headers":{"content-type":"image/svg+xml"}}',
  'server/app/page.js': 'secret',
  BUILD_ID: 'secret',
}

/** A server of a build that holds these files. */
async function served() {
  const folder = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-build-'))
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder.path, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const assets = await Assets.open(folder.path)
  const listening = await Listening.to((request, response) => {
    void assets.serve(request, response, request.url ?? '')
  })
  return {
    ask: listening.ask.bind(listening),
    async [Symbol.asyncDispose]() {
      await listening[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

const STYLE = '/_next/static/chunks/a.css'

test('a file of the build is kept for good', async () => {
  await using server = await served()
  const { status, headers, body } = await server.ask(STYLE)
  expect({ status, body: String(body) }).toEqual({ status: 200, body: CSS })
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/css; charset=utf-8',
    vary: 'accept-encoding',
  })
})

test('style and fonts may be used in a frame on another site', async () => {
  await using server = await served()
  for (const file of [STYLE, '/_next/static/media/a.woff2']) {
    const { headers } = await server.ask(file)
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    })
  }
})

test.for([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('style goes out in %s, under a tag of its own', async ([encoding, decompress]) => {
  await using server = await served()
  const plain = await server.ask(STYLE)
  const { headers, body } = await server.ask(STYLE, { headers: { 'accept-encoding': encoding } })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['content-length']).toBe(String(body.length))
  expect(String(decompress(body))).toBe(CSS)
  expect(headers.etag).toMatch(/^"[\w-]+"$/)
  expect(headers.etag).not.toBe(plain.headers.etag)
})

test.for(['identity', 'br'])('style that a reader has in %s is not sent again', async (encoding) => {
  await using server = await served()
  const headers = { 'accept-encoding': encoding }
  const { etag = '' } = (await server.ask(STYLE, { headers })).headers
  const again = await server.ask(STYLE, { headers: { ...headers, 'if-none-match': etag } })
  expect({ status: again.status, length: again.body.length, etag: again.headers.etag }).toEqual({
    status: 304,
    length: 0,
    etag,
  })
})

test('HEAD tells the length of what GET would send', async () => {
  await using server = await served()
  const headers = { 'accept-encoding': 'br' }
  const [head, get] = await Promise.all([
    server.ask(STYLE, { method: 'HEAD', headers }),
    server.ask(STYLE, { headers }),
  ])
  expect(head.body.length).toBe(0)
  expect(head.headers['content-length']).toBe(String(get.body.length))
})

test('a font is not compressed a second time', async () => {
  await using server = await served()
  const { headers } = await server.ask('/_next/static/media/a.woff2', { headers: { 'accept-encoding': 'br, gzip' } })
  expect(headers).not.toHaveProperty('content-encoding')
  expect(headers).toMatchObject({ 'content-type': 'font/woff2' })
})

test('a part of a font is to be had', async () => {
  await using server = await served()
  const font = '/_next/static/media/a.woff2'
  const { status, headers, body } = await server.ask(font, { headers: { range: 'bytes=1-2' } })
  expect({ status, told: headers['content-range'], body: String(body) }).toEqual({
    status: 206,
    told: 'bytes 1-2/4',
    body: 'on',
  })
  expect((await server.ask(font)).headers).toMatchObject({ 'accept-ranges': 'bytes', etag: headers.etag })
})

test('a file at a fixed address is kept for an hour', async () => {
  await using server = await served()
  const { status, headers, body } = await server.ask('/icon.svg')
  expect({ status, body: String(body) }).toEqual({ status: 200, body: '<svg/>' })
  expect(headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=3600' })
})

test.for([
  '/_next/static/chunks/b.css',
  '/_next/static/chunks',
  '/_next/static/../BUILD_ID',
  '/_next/static/',
  '/BUILD_ID',
  '/page.js',
  '/icon.svg.meta',
  '/constructor',
])('%s is not in the build', async (address) => {
  await using server = await served()
  expect(await server.ask(address)).toMatchObject({ status: 404 })
})
