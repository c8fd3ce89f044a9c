import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Page } from './page.ts'

const TEXT = 'All the news. '.repeat(200)
const page = (parts = {}) =>
  new Page(
    {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      link: null,
      markdown: null,
      headers: [],
      body: Buffer.from(TEXT),
      ...parts,
    },
    new Date('2026-01-01T00:00:00Z'),
  )

/** Headers as one record. */
const record = (head: readonly string[]): Record<string, string> =>
  Object.fromEntries(Array.from({ length: head.length / 2 }, (_, at) => [head[2 * at] ?? '', head[2 * at + 1] ?? '']))

test('each encoding holds the same text', async () => {
  const made = page()
  expect(String(gunzipSync((await made.represent('gzip')).body))).toBe(TEXT)
  expect(String(brotliDecompressSync((await made.represent('br')).body))).toBe(TEXT)
  expect(String((await made.represent('identity')).body)).toBe(TEXT)
})

test('an encoding is made once, for all who ask', async () => {
  const made = page()
  const [one, two] = await Promise.all([made.represent('br'), made.represent('br')])
  expect(one).toBe(two)
  expect(made.ready('br')).toBe(one)
})

test('each encoding has a tag of its own, which the bytes decide', async () => {
  const [one, two] = [page(), page()]
  const tags = await Promise.all(
    (['identity', 'gzip', 'br'] as const).map(async (name) => (await one.represent(name)).etag),
  )
  expect(new Set(tags).size).toBe(3)
  expect(tags.every((tag) => /^"[\w-]+"$/.test(tag))).toBe(true)
  expect((await two.represent('br')).etag).toBe(tags[2])
  expect((await page({ body: Buffer.from('other') }).represent('identity')).etag).not.toBe(tags[0])
})

test('headers say what the body is, for how long it may be kept, and what decided it', async () => {
  const { heads, body } = await page({ link: '</a.woff2>; rel=preload' }).represent('br')
  expect(record(heads[0])).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(body.length),
    'content-encoding': 'br',
    'cache-control': expect.stringMatching(/^public, max-age=0, s-maxage=1, .*stale-if-error=/),
    vary: 'accept-encoding',
    etag: expect.stringMatching(/^"/),
    'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
    link: '</a.woff2>; rel=preload',
    'speculation-rules': '"/speculation-rules.json"',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  })
})

test('304 says nothing of a body', async () => {
  const { unchanged } = await page().represent('gzip')
  expect(
    Object.keys(record(unchanged[0])).filter(
      (name) => name.startsWith('content-') && name !== 'content-security-policy',
    ),
  ).toEqual([])
  expect(record(unchanged[0])).toMatchObject({ etag: expect.any(String), vary: 'accept-encoding' })
})

test('HSTS is for those who came by TLS', async () => {
  const { heads } = await page().represent('identity')
  expect(heads.map((head) => 'strict-transport-security' in record(head))).toEqual([false, true])
})

test.for([404, 500])('a page with status %s has no tag, and is not kept for long', async (status) => {
  const { heads } = await page({ status }).represent('identity')
  expect(record(heads[0])).not.toHaveProperty('etag')
  expect(record(heads[0])['cache-control']).toBe(status === 500 ? 'no-store' : 'public, max-age=0, s-maxage=1')
})

test('what is asked for often is compressed again, smaller and under another tag', async () => {
  const words = Array.from({ length: 3000 }, (_, n) => `word${(n * 7919) % 1009}`).join(' ')
  const made = page({ body: Buffer.from(words) })
  await made.polish()
  expect(made.encodings).toEqual(['identity'])
  made.ready('identity')
  const quick = await made.represent('br')
  const before = made.bytes
  await made.polish()
  const small = await made.represent('br')
  expect(small.body.length).toBeLessThan(quick.body.length)
  expect(small.etag).not.toBe(quick.etag)
  expect(before - made.bytes).toBe(quick.body.length - small.body.length)
  expect(String(brotliDecompressSync(small.body))).toBe(words)
})

test('once brotli is made, the bytes themselves are kept only if they were asked for', async () => {
  const made = page()
  await made.represent('br')
  expect(made.encodings).toEqual(['br'])
  expect(made.bytes).toBeLessThan(TEXT.length + 4096)
  expect(String(gunzipSync((await made.represent('gzip')).body))).toBe(TEXT)
  expect(String((await made.represent('identity')).body)).toBe(TEXT)
  expect(
    made.isSameAs({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      link: null,
      markdown: null,
      headers: [],
      body: Buffer.from(TEXT),
    }),
  ).toBe(true)
})

test('a picture is not compressed again', async () => {
  const made = page({ contentType: 'image/png' })
  expect(record((await made.represent('br')).heads[0])).not.toHaveProperty('content-encoding')
  expect(made.encodings).toEqual(['identity'])
})

test.each([
  'application/feed+json',
  'application/rss+xml; charset=utf-8',
  'image/svg+xml',
  'application/manifest+json',
])('%s is compressed', async (contentType) => {
  const made = page({ contentType })
  expect(record((await made.represent('br')).heads[0])).toHaveProperty('content-encoding', 'br')
})

test('what a route says of its answer stands in place of what all others say', async () => {
  const made = page({ headers: [['content-security-policy', 'frame-ancestors *']] })
  const head = (await made.represent('identity')).heads[0]
  expect(head.filter((part) => part === 'content-security-policy')).toHaveLength(1)
  expect(record(head)).toMatchObject({
    'content-security-policy': 'frame-ancestors *',
    'x-content-type-options': 'nosniff',
  })
})

test('what an answer depends on is said of pages that there are in more than one form', async () => {
  const vary = (markdown: string | null) => {
    const { heads, unchanged } = page({ markdown }).ready('identity') ?? { heads: [[]], unchanged: [[]] }
    return [record(heads[0]).vary, record(unchanged[0]).vary]
  }
  expect(vary(null)).toEqual(['accept-encoding', 'accept-encoding'])
  expect(vary('/a.md')).toEqual(['accept, accept-encoding', 'accept, accept-encoding'])
})

test('a page that is for no cache says so, once', () => {
  const [head = []] = page({ headers: [['cache-control', 'no-store']] }).ready('identity')?.heads ?? []
  expect(head.filter((name) => name === 'cache-control')).toHaveLength(1)
  expect(record(head)['cache-control']).toBe('no-store')
})
