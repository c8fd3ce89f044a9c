import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Served } from '#tests/fixtures/served.ts'

const PAGE =
  '<head><link rel="alternate" type="text/markdown" href="https://paper.example/world/a.md"/></head><h1>A</h1>'
const TEXT = '# A\n'.repeat(100)
const MARKDOWN = { accept: 'text/markdown' }
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

/** A site with a story, its Markdown, and a page that there is in one form only. */
const started = ({ status = 200, markdown = status }: { status?: number; markdown?: number } = {}) =>
  Served.start(async ({ url }, response) => {
    const html = { 'content-type': 'text/html; charset=utf-8' }
    if (url === '/world/a') response.writeHead(status, html).end(PAGE)
    else if (url === '/about') response.writeHead(200, html).end('<h1>About</h1>')
    else if (url === '/world/a.md')
      response
        .writeHead(markdown, { 'content-type': 'text/markdown; charset=utf-8', 'x-robots-tag': 'noindex' })
        .end(TEXT)
    else response.writeHead(404).end()
  })

test('who would rather have Markdown gets it at the address of the page, from memory too', async () => {
  await using site = await started()
  for (let i = 0; i < 2; i++) {
    const { status, headers, body } = await site.ask('/world/a', { headers: MARKDOWN })
    expect({ status, body: String(body) }).toEqual({ status: 200, body: TEXT })
    expect(headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-location': '/world/a.md',
      vary: 'accept, accept-encoding',
      'cache-control': 'private, max-age=0',
    })
    expect(headers).not.toHaveProperty('x-robots-tag')
  }
})

test.for([BROWSER, { accept: '*/*' }, {}])(
  'with %o the page comes, and says that there is another form',
  async (asks) => {
    await using site = await started()
    for (let i = 0; i < 2; i++) {
      const { headers, body } = await site.ask('/world/a', { headers: asks })
      expect(String(body)).toBe(PAGE)
      expect(headers).toMatchObject({
        vary: 'accept, accept-encoding',
        link: '</world/a.md>; rel="alternate"; type="text/markdown"',
        'cache-control': expect.stringContaining('s-maxage'),
      })
      expect(headers).not.toHaveProperty('content-location')
    }
  },
)

test('the forms have tags of their own, in each encoding', async () => {
  await using site = await started()
  const { headers: page } = await site.ask('/world/a', { headers: BROWSER })
  const again = await site.ask('/world/a', { headers: { ...MARKDOWN, 'if-none-match': String(page.etag) } })
  expect(again.status).toBe(200)
  const known = { ...MARKDOWN, 'if-none-match': String(again.headers.etag) }
  const { status, headers } = await site.ask('/world/a', { headers: known })
  expect({ status, vary: headers.vary }).toEqual({ status: 304, vary: 'accept, accept-encoding' })
  const packed = await site.ask('/world/a', { headers: { ...known, 'accept-encoding': 'gzip' } })
  expect(String(gunzipSync(packed.body))).toBe(TEXT)
})

test('a page that there is in one form only is the same for all, and says nothing of others', async () => {
  await using site = await started()
  for (const headers of [MARKDOWN, BROWSER]) {
    const answer = await site.ask('/about', { headers })
    expect(String(answer.body)).toBe('<h1>About</h1>')
    expect(answer.headers.vary).toBe('accept-encoding')
    expect(answer.headers).not.toHaveProperty('link')
  }
})

test('the Markdown at its own address is one for all', async () => {
  await using site = await started()
  const { headers } = await site.ask('/world/a.md', { headers: BROWSER })
  expect(headers).toMatchObject({ vary: 'accept-encoding', 'x-robots-tag': 'noindex' })
  expect(headers).not.toHaveProperty('content-location')
})

test('what is gone for good is gone in both forms', async () => {
  await using site = await started({ status: 410 })
  const { status, headers } = await site.ask('/world/a', { headers: MARKDOWN })
  expect([status, headers['content-type']]).toEqual([410, 'text/markdown; charset=utf-8'])
})

test.for([404, 500])('where the Markdown is answered with %i, the page is shown', async (markdown) => {
  await using site = await started({ markdown })
  const { status, body } = await site.ask('/world/a', { headers: MARKDOWN })
  expect([status, String(body)]).toEqual([200, PAGE])
})

test('an answer that is for no cache is made anew for each who asks', async () => {
  let made = 0
  await using site = await Served.start(async (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(`${++made}`)
  })
  const first = await site.ask('/oembed?url=a')
  expect([String(first.body), first.headers['cache-control']]).toEqual(['1', 'no-store'])
  expect(await site.text('/oembed?url=a')).toBe('2')
})
