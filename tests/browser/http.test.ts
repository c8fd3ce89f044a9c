import { request } from 'node:http'
import { expect, inject, test } from 'vitest'
import { NOT_FOUND } from './pages.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Asks for an address exactly as it is written; `fetch` would tidy it up first. */
function ask(address: string, { method = 'GET', headers = {} as Record<string, string> } = {}): Promise<Answer> {
  const { hostname, port } = new URL(inject('site'))
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: address, method, headers }, async (response) => {
      const chunks = await Array.fromAsync(response)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks as Buffer[]) })
    })
    asked.on('error', reject).end()
  })
}

test.for([
  ['another section', '/politics/roscosmos-ties-station-to-sanctions', '/world/roscosmos-ties-station-to-sanctions'],
  ['a section that is not there', '/sport/the-side-we-never-see', '/science/the-side-we-never-see'],
  ['an alias', '/science/the-dark-side-is-not-dark', '/science/the-side-we-never-see'],
] as const)('%s leads to a story for good', async ([, from, to]) => {
  const { status, headers } = await ask(from)
  expect({ status, location: headers.location }).toEqual({ status: 308, location: to })
})

test.for([
  NOT_FOUND,
  '/nothing/at-all',
  '/nothing/at/all',
  '/us',
  '/authors/nobody',
  '/topics/nothing',
  '/series/nothing',
  '/newsletters/nothing',
  '/science?before=',
  '/science?before=2',
  '/science?before=2022-02-30-091500-a',
  '/science?before=1900-01-01-000000-a',
  '/science?before=2022-04-02-091500-a&before=2022-04-02-091500-a',
  '/about?before=2022-04-02-091500-a',
  '/uk?before=2022-04-02-091500-a',
  '/about?page=2',
  '/uk?page=2',
  '/puzzles/what-makes-a-fair-clue',
  '/science/apophis-comes-by',
])('%s is a whole page that says so', async (address) => {
  const { status, headers, body } = await ask(address)
  expect(status).toBe(404)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(String(body)).toMatch(/<h1[^>]*>There is no page at this address<\/h1>/)
})

test.for([
  ['/science?page=2', '/science'],
  ['/topics/moon?page=7', '/topics/moon'],
  ['/authors/rosa-delgado?page=two', '/authors/rosa-delgado'],
])('%s, as pages were numbered once, leads to the list for good', async ([address, list]) => {
  const { status, headers } = await ask(String(address))
  expect([status, headers.location]).toEqual([308, list])
})

test.for([
  '/media/nothing.jpg',
  '/media/',
  '/media/..%2fsite.yaml',
  '/media/..%2Fsite.yaml',
  '/media/%2e%2e/site.yaml',
  '/media/../site.yaml',
  '/media/%2e%2e%2f%2e%2e%2fpackage.json',
  '/media/station.jpg%00.png',
])('%s leads to no file', async (address) => {
  const { status, body } = await ask(address)
  expect([308, 400, 404]).toContain(status)
  expect(String(body)).not.toMatch(/publisher:|"dependencies"/)
})

test.for(['/%E0%A4%A', '/science/%', '/%00', '/science?before=%E0'])(
  'a malformed address, %s, is no fault of the site',
  async (address) => {
    expect((await ask(address)).status).toBeLessThan(500)
  },
)

test('a picture has its type and a tag', async () => {
  const { status, headers } = await ask('/media/station.jpg')
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    etag: expect.stringMatching(/^"\S+"$/),
  })
})

test('a drawing that is opened by itself runs nothing', async () => {
  expect((await ask('/media/station.jpg')).headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
})

test('a page says what it may load, and who may frame it', async () => {
  const { headers } = await ask('/')
  expect(headers['content-security-policy']).toMatch(/style-src 'self'(;|$)/)
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self'/)
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': expect.any(String) })
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('a picture that a reader has is not sent again', async () => {
  const { headers } = await ask('/media/station.jpg')
  const again = await ask('/media/station.jpg', { headers: { 'if-none-match': String(headers.etag) } })
  expect({ status: again.status, length: again.body.length }).toEqual({ status: 304, length: 0 })
})

test('a picture that changed is sent again', async () => {
  expect(await ask('/media/station.jpg', { headers: { 'if-none-match': '"other"' } })).toMatchObject({ status: 200 })
})

test.for(['/', '/science', NOT_FOUND, '/media/station.jpg', '/healthz'])(
  'HEAD of %s answers as GET does, without a body',
  async (address) => {
    const head = await ask(address, { method: 'HEAD' })
    const get = await ask(address)
    expect({ status: head.status, type: head.headers['content-type'] }).toEqual({
      status: get.status,
      type: get.headers['content-type'],
    })
    expect(head.body.length).toBe(0)
  },
)

test('health is data', async () => {
  const { status, headers, body } = await ask('/healthz')
  expect(status).toBe(200)
  expect(headers['content-type']).toMatch(/^application\/json/)
  expect(JSON.parse(String(body))).toMatchObject({
    ready: true,
    articles: expect.any(Number),
    problems: expect.any(Array),
  })
})

test('the sample publication has no problem', async () => {
  expect(JSON.parse(String((await ask('/healthz')).body)).problems).toEqual([])
})

test('what serves an editor is not there for readers', async () => {
  expect((await ask('/dev/changes')).status).toBe(404)
  expect((await ask('/dev/reload')).status).toBe(404)
})
