import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Listening } from '#tests/fixtures/listening.ts'
import { sendFile } from './files.ts'

const TEXT = 'abcdefghij'
const HEADERS = { 'content-type': 'audio/mpeg', 'cache-control': 'public, max-age=3600', etag: '"v1"' }

/** A server of one file, whose name is as unlike an address as a name may be. */
async function served({ name = '.a b%20c?#.mp3', write = true } = {}) {
  const folder = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-files-'))
  const absolute = path.join(folder.path, name)
  if (write) await writeFile(absolute, TEXT)
  const listening = await Listening.to((request, response) => {
    response.setHeader('x-safe', 'yes')
    void sendFile(request, response, { absolute, headers: HEADERS })
  })
  return {
    ask: (headers: Record<string, string> = {}, method = 'GET') => listening.ask('/', { headers, method }),
    async [Symbol.asyncDispose]() {
      await listening[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test('a file goes out whole, with its length and the headers it was given', async () => {
  await using server = await served()
  const { status, headers, body } = await server.ask()
  expect({ status, body: String(body) }).toEqual({ status: 200, body: TEXT })
  expect(headers).toMatchObject({ ...HEADERS, 'content-length': '10', 'accept-ranges': 'bytes', 'x-safe': 'yes' })
  expect(headers['last-modified']).toMatch(/ GMT$/)
})

test('HEAD tells the same without the file', async () => {
  await using server = await served()
  const { status, headers, body } = await server.ask({}, 'HEAD')
  expect({ status, length: headers['content-length'], body: String(body) }).toEqual({
    status: 200,
    length: '10',
    body: '',
  })
})

test.for([
  ['bytes=0-3', 'abcd', 'bytes 0-3/10'],
  ['bytes=7-', 'hij', 'bytes 7-9/10'],
  ['bytes=-2', 'ij', 'bytes 8-9/10'],
  ['bytes=8-99', 'ij', 'bytes 8-9/10'],
] as const)('%s gets %s', async ([range, text, told]) => {
  await using server = await served()
  const { status, headers, body } = await server.ask({ range })
  expect({ status, body: String(body), told: headers['content-range'] }).toEqual({ status: 206, body: text, told })
})

test.for(['bytes=0-1,4-5', 'lines=0-1', 'bytes=x'])('%s, which need not be met, gets the whole', async (range) => {
  await using server = await served()
  const { status, body } = await server.ask({ range })
  expect({ status, body: String(body) }).toEqual({ status: 200, body: TEXT })
})

test('a part beyond the end is refused, with the length', async () => {
  await using server = await served()
  const { status, headers } = await server.ask({ range: 'bytes=10-' })
  expect({ status, told: headers['content-range'], safe: headers['x-safe'] }).toEqual({
    status: 416,
    told: 'bytes */10',
    safe: 'yes',
  })
})

test.for([
  ['"v1"', 206],
  ['"v0"', 200],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 200],
] as const)('a part is sent only of the file it began with: If-Range %s gets %s', async ([ifRange, status]) => {
  await using server = await served()
  expect(await server.ask({ range: 'bytes=0-3', 'if-range': ifRange })).toMatchObject({ status })
})

test('a client that has the file is told so', async () => {
  await using server = await served()
  const { status, headers, body } = await server.ask({ 'if-none-match': '"v1"' })
  expect({ status, etag: headers.etag, length: body.length }).toEqual({ status: 304, etag: '"v1"', length: 0 })
})

test('a client that insists on another file is refused', async () => {
  await using server = await served()
  expect(await server.ask({ 'if-match': '"v0"' })).toMatchObject({ status: 412 })
})

test('a file that went away is not there, and no cache keeps that', async () => {
  await using server = await served({ write: false })
  const { status, headers, body } = await server.ask()
  expect({ status, cache: headers['cache-control'], type: headers['content-type'] }).toEqual({
    status: 404,
    cache: 'no-store',
    type: 'text/plain; charset=utf-8',
  })
  expect(headers).not.toHaveProperty('etag')
  expect(String(body)).not.toContain(tmpdir())
})

test('a folder is no file', async () => {
  await using server = await served({ name: '', write: false })
  expect(await server.ask()).toMatchObject({ status: 404 })
})
