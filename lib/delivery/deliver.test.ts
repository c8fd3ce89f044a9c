import { Agent } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pagesOf, Served } from '#tests/fixtures/served.ts'

const PAGES = {
  '/': '<h1>Front</h1>',
  '/fault/missing': '<h1>No such page</h1>',
  '/fault': '<h1>Not printed</h1>',
  '/fault/late': '<h1>Not yet</h1>',
}
const HTML = { 'content-type': 'text/html; charset=utf-8' }

test('a page comes with its type, tag, date and lifetime', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  const { status, headers, body } = await site.ask('/')
  expect({ status, body: String(body) }).toEqual({ status: 200, body: PAGES['/'] })
  expect(headers).toMatchObject({
    ...HTML,
    'content-length': String(body.length),
    etag: expect.stringMatching(/^"[\w-]+"$/),
    'last-modified': expect.stringMatching(/ GMT$/),
    'cache-control': expect.stringContaining('s-maxage='),
    vary: 'accept-encoding',
  })
})

test('the first answer and those from memory are the same', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  const [first, second] = [await site.ask('/'), await site.ask('/')]
  const { 'x-request-id': id, date: _, ...headers } = first.headers
  expect(id).toMatch(/^[\w-]{36}$/)
  expect(second.headers).toEqual({ ...headers, date: expect.any(String) })
  expect(second.body).toEqual(first.body)
})

test.for([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)('who takes %s gets %s', async ([accepted, encoding, decompress]) => {
  const text = 'Long text. '.repeat(100)
  await using site = await Served.start(pagesOf({ '/': text }))
  for (let i = 0; i < 2; i++) {
    const { headers, body } = await site.ask('/', { headers: { 'accept-encoding': accepted } })
    expect(headers['content-encoding']).toBe(encoding)
    expect(String(decompress(body))).toBe(text)
  }
})

test('HEAD says what GET would, and sends nothing', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  for (const path of ['/', '/nothing', '/', '/nothing']) {
    const { headers, ...get } = await site.ask(path)
    const head = await site.ask(path, { method: 'HEAD' })
    expect(head.body).toHaveLength(0)
    expect(head.status).toBe(get.status)
    expect(head.headers['content-length']).toBe(headers['content-length'])
    expect(head.headers['content-type']).toBe(headers['content-type'])
  }
})

test.for(['if-none-match', 'if-modified-since'] as const)('who has a page is told so, by %s', async (condition) => {
  await using site = await Served.start(pagesOf(PAGES))
  const { headers } = await site.ask('/')
  const value = condition === 'if-none-match' ? headers.etag : headers['last-modified']
  const again = await site.ask('/', { headers: { [condition]: value } })
  expect({ status: again.status, length: again.body.length }).toEqual({ status: 304, length: 0 })
  expect(again.headers).toMatchObject({ etag: headers.etag, vary: 'accept-encoding' })
  expect(again.headers).not.toHaveProperty('content-type')
})

test('who has a page in another encoding does not have this one', async () => {
  await using site = await Served.start(pagesOf({ '/': 'x'.repeat(1000) }))
  const { headers } = await site.ask('/')
  const again = await site.ask('/', { headers: { 'if-none-match': headers.etag ?? '', 'accept-encoding': 'br' } })
  expect(again.status).toBe(200)
})

test('unknown parameters lead to the same page, rendered once', async () => {
  let renders = 0
  await using site = await Served.start(pagesOf({ '/': () => `rendering ${++renders}` }))
  for (const path of ['/', '/?utm_source=x', '/?a=1&b=2', '/?page=2']) expect(await site.text(path)).toBe('rendering 1')
})

test('a change shows at the next request, and what did not change stays', async () => {
  let renders = 0
  await using site = await Served.start(pagesOf({ '/a': () => `a ${++renders}`, '/b': () => `b ${++renders}` }))
  expect([await site.text('/a'), await site.text('/b')]).toEqual(['a 1', 'b 2'])
  site.delivery.change(new Set(['page:/a']))
  expect([await site.text('/a'), await site.text('/b')]).toEqual(['a 3', 'b 2'])
})

test('a missing page is a whole page with status 404, the same for all', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  for (const path of ['/nothing', '/nothing', '/else', '/fault/missing', '/fault', '/fault']) {
    const { status, headers, body } = await site.ask(path)
    expect({ status, body: String(body) }).toEqual({ status: 404, body: PAGES['/fault/missing'] })
    expect(headers).toMatchObject(HTML)
    expect(headers).not.toHaveProperty('etag')
  }
})

test('the page for missing ones follows its content', async () => {
  let name = 'Old'
  await using site = await Served.start(pagesOf({ '/fault/missing': () => name }))
  expect(await site.text('/nothing')).toBe('Old')
  name = 'New'
  site.delivery.change(new Set(['page:/fault/missing']))
  expect(await site.text('/nothing')).toBe('New')
})

test('a page that fails shows the page for faults, and is not kept', async () => {
  let broken = true
  const fail = () => {
    if (broken) throw new Error('no ink')
    return 'mended'
  }
  await using site = await Served.start(pagesOf({ ...PAGES, '/a': fail }))
  const { status, headers, body } = await site.ask('/a')
  expect({ status, body: String(body) }).toEqual({ status: 500, body: PAGES['/fault'] })
  expect(headers).toMatchObject({ ...HTML, 'cache-control': 'no-store' })
  expect(site.log).toContainEqual(expect.objectContaining({ level: 50, id: headers['x-request-id'], url: '/a' }))
  broken = false
  expect(await site.text('/a')).toBe('mended')
})

test('a page that cannot be rendered any more is shown as it last was, and that is logged', async () => {
  let broken = false
  const page = () => {
    if (broken) throw new Error('no ink')
    return 'good'
  }
  await using site = await Served.start(pagesOf({ '/a': page }))
  expect(await site.text('/a')).toBe('good')
  broken = true
  site.delivery.change(null)
  const { status, body } = await site.ask('/a')
  expect({ status, body: String(body) }).toEqual({ status: 200, body: 'good' })
  expect(site.log).toContainEqual(
    expect.objectContaining({ level: 40, url: '/a', why: expect.stringContaining('500') }),
  )
})

test('when nothing can be made at all there are a few plain words, and no trace of why', async () => {
  await using site = await Served.start(async () => {
    throw new Error('a secret of the inside')
  })
  const { status, headers, body } = await site.ask('/')
  expect(status).toBe(500)
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(String(body)).toBe('This page could not be made. Try again in a minute.\n')
})

test('a rendering that never ends is given up, and others are not held up', async () => {
  const never = () => new Promise<string>(() => {})
  const renders = { atOnce: 1, waiting: 10, milliseconds: 500 }
  await using site = await Served.start(pagesOf({ ...PAGES, '/stuck': never }), { renders })
  const stuck = site.ask('/stuck')
  expect((await site.ask('/')).status).toBe(200)
  expect((await stuck).status).toBe(500)
  expect(await site.text('/metrics')).toContain('broadsheet_renders_lost 1')
})

test('a rendering that never ends leaves the last good page', async () => {
  let stuck = false
  const page = () => (stuck ? new Promise<string>(() => {}) : 'good')
  await using site = await Served.start(pagesOf({ '/a': page }), {
    renders: { atOnce: 1, waiting: 10, milliseconds: 500 },
  })
  await site.text('/a')
  stuck = true
  site.delivery.change(null)
  expect([await site.text('/a'), await site.text('/a')]).toEqual(['good', 'good'])
})

test('more than can be rendered is turned away with a time to come back; what is in memory is not', async () => {
  let release = () => {}
  const slow = () => new Promise<string>((resolve) => (release = () => resolve('slow')))
  const renders = { atOnce: 1, waiting: 0, milliseconds: 10_000 }
  await using site = await Served.start(pagesOf({ ...PAGES, '/slow': slow }), { renders })
  await site.ask('/')
  const waiting = site.text('/slow')
  await expect.poll(async () => (await site.ask('/other')).status).toBe(503)
  const { headers, body } = await site.ask('/another')
  expect(headers['retry-after']).toMatch(/^\d+$/)
  expect(String(body)).toBe('The site is busy. Try again in a few seconds.\n')
  expect((await site.ask('/')).status).toBe(200)
  release()
  expect(await waiting).toBe('slow')
})

test('20,000 different unknown addresses leave the cache as it is', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  await site.ask('/nothing')
  const bytes = async () => /broadsheet_page_cache_bytes (\d+)/.exec(await site.text('/metrics'))?.[1]
  const before = await bytes()
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  for (let i = 0; i < 20_000; i += 100) {
    const asked = Array.from({ length: 100 }, (_, at) => site.ask(`/made-up-${i + at}`, { agent }))
    for (const { status } of await Promise.all(asked)) expect(status).toBe(404)
  }
  agent.destroy()
  expect(await bytes()).toBe(before)
}, 60_000)

test('a moved page leads on, also from memory', async () => {
  let asked = 0
  await using site = await Served.start(async (_, response) => {
    asked++
    response.writeHead(308, { location: '/new' }).end()
  })
  for (let i = 0; i < 2; i++) {
    const { status, headers } = await site.ask('/old')
    expect({ status, location: headers.location }).toEqual({ status: 308, location: '/new' })
  }
  expect(asked).toBe(1)
})

test.for([
  ['/World/', '/world'],
  ['//evil.example/x', '/evil.example/x'],
  ['/a//b', '/a/b'],
] as const)('%s has one form, %s', async ([path, location]) => {
  await using site = await Served.start(pagesOf(PAGES))
  const { status, headers } = await site.ask(path)
  expect({ status, location: headers.location }).toEqual({ status: 308, location })
})

test.for([
  ['/%E0%A4%A', 400],
  ['/%00', 400],
  [`/${'x'.repeat(3000)}`, 414],
] as const)('an address that cannot be is refused: %.20s', async ([path, expected]) => {
  await using site = await Served.start(pagesOf(PAGES))
  expect((await site.ask(path)).status).toBe(expected)
})

test.for([
  ['POST', '/', 'GET, HEAD'],
  ['DELETE', '/nothing', 'GET, HEAD'],
  ['OPTIONS', '/', 'GET, HEAD'],
  ['PUT', '/media/a.jpg', 'GET, HEAD'],
  ['GET', '/hooks/git', 'POST'],
] as const)('%s %s is not how to ask', async ([method, path, allow]) => {
  await using site = await Served.start(pagesOf(PAGES))
  const { status, headers } = await site.ask(path, { method })
  expect({ status, allow: headers.allow }).toEqual({ status: 405, allow })
})

test('every answer is secured, and says nothing of what made it', async () => {
  const pages = {
    ...PAGES,
    '/broken': () => {
      throw new Error('no ink')
    },
  }
  await using site = await Served.start(pagesOf(pages))
  for (const path of [
    '/',
    '/',
    '/nothing',
    '/broken',
    '/A',
    '/%',
    '/metrics',
    '/healthz',
    '/media/x',
    '/dev/changes',
  ]) {
    const { headers } = await site.ask(path)
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("script-src 'self'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.any(String),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('strict-transport-security')
  }
})

test('behind TLS that a trusted proxy tells of, browsers are told to stay with it', async () => {
  const headers = { 'x-forwarded-proto': 'https' }
  await using trusting = await Served.start(pagesOf(PAGES), { trustProxy: true })
  await using wary = await Served.start(pagesOf(PAGES))
  for (const path of ['/', '/', '/nothing']) {
    expect((await trusting.ask(path, { headers })).headers).toHaveProperty('strict-transport-security')
    expect((await trusting.ask(path)).headers).not.toHaveProperty('strict-transport-security')
    expect((await wary.ask(path, { headers })).headers).not.toHaveProperty('strict-transport-security')
  }
})

test("a trusted proxy's id of a request is given back and logged", async () => {
  await using site = await Served.start(pagesOf(PAGES), { trustProxy: true })
  const { headers } = await site.ask('/nothing', { headers: { 'x-request-id': 'from-the-proxy' } })
  expect(headers['x-request-id']).toBe('from-the-proxy')
  await expect
    .poll(() => site.log)
    .toContainEqual(expect.objectContaining({ id: 'from-the-proxy', url: '/nothing', status: 404, method: 'GET' }))
})

test('what is in memory is not logged', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  for (let i = 0; i < 5; i++) await site.ask('/')
  expect(site.log.filter(({ msg }) => msg === 'request')).toHaveLength(1)
})

test('nothing of a request gets into a page that others see', async () => {
  let seen = {}
  await using site = await Served.start(async (request, response) => {
    seen = request.headers
    response.writeHead(200, {
      ...HTML,
      'set-cookie': 'a=b',
      'x-powered-by': 'x',
      link: '</x.js>; rel=preload; as=script',
    })
    response.end('page')
  })
  const sent = { cookie: 'a=b', host: 'evil.example', 'x-forwarded-host': 'evil.example', authorization: 'Basic x' }
  const { headers } = await site.ask('/', { headers: sent })
  expect(JSON.stringify(seen)).not.toMatch(/evil|a=b|Basic/)
  for (const name of ['set-cookie', 'x-powered-by', 'link']) expect(headers).not.toHaveProperty(name)
})

test('pages go out without scripts', async () => {
  await using site = await Served.start(pagesOf({ '/': '<p>Text</p><script src="/_next/x.js" async=""></script>' }))
  expect(await site.text('/')).toBe('<p>Text</p>')
})

test('health is asked for each time', async () => {
  let asked = 0
  await using site = await Served.start(async (_, response) => {
    response.writeHead(503, { 'content-type': 'application/json' }).end(`{"asked":${++asked}}`)
  })
  for (const path of ['/healthz', '/readyz', '/healthz']) {
    const { status, headers, body } = await site.ask(path)
    expect({ status, asked: JSON.parse(String(body)).asked }).toEqual({ status: 503, asked })
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  }
})

test('a hook gets the body and the signature, and nothing else', async () => {
  let seen: unknown
  await using site = await Served.start(async (request, response) => {
    const body = Buffer.concat((await Array.fromAsync(request)) as Buffer[])
    seen = { method: request.method, url: request.url, headers: request.headers, body: String(body) }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"commit":"abc"}')
  })
  const headers = { 'x-hub-signature-256': 'sha256=abc', 'content-type': 'application/json', cookie: 'a=b' }
  const { status, body } = await site.ask('/hooks/git', { method: 'POST', headers, body: '{"ref":"x"}' })
  expect({ status, body: JSON.parse(String(body)) }).toEqual({ status: 200, body: { commit: 'abc' } })
  expect(seen).toMatchObject({ method: 'POST', url: '/hooks/git', body: '{"ref":"x"}' })
  expect(seen).toHaveProperty('headers.x-hub-signature-256', 'sha256=abc')
  expect(seen).not.toHaveProperty('headers.cookie')
})

test('a hook with too large a body is refused before it is read', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  const headers = 'Host: x\r\nContent-Length: 99999999999'
  expect(await site.raw(`POST /hooks/git HTTP/1.1\r\n${headers}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
})

test('the figures count what happened', async () => {
  await using site = await Served.start(pagesOf(PAGES), { articles: async () => 48 })
  for (const path of ['/', '/', '/nothing', '/']) await site.ask(path)
  site.delivery.published(80)
  const text = await site.text('/metrics')
  expect(text).toMatch(/_responses_total\{status="2xx"\} 3\n/)
  expect(text).toMatch(/_responses_total\{status="4xx"\} 1\n/)
  expect(text).toMatch(/_cache_hits_total 2\n/)
  expect(text).toMatch(/_articles 48\n/)
  expect(text).toMatch(/_publish_seconds_sum 0\.08\n/)
})

test('the figures are not for those who come through a proxy', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  expect((await site.ask('/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(403)
})

test('the pages for faults are made before one comes', async () => {
  const asked: (string | undefined)[] = []
  await using site = await Served.start(async (request, response) => {
    asked.push(request.url)
    response.end('page')
  })
  await site.delivery.warm()
  expect(asked).toEqual(['/fault/missing', '/fault', '/fault/late'])
})

test('while content is being read, a page that is missing is late, and then it is missing', async () => {
  let complete = false
  await using site = await Served.start(pagesOf(PAGES), { complete: () => complete })
  const late = await site.ask('/nothing')
  expect([late.status, late.headers['retry-after'], String(late.body)]).toEqual([503, '5', '<h1>Not yet</h1>'])
  complete = true
  expect((await site.ask('/nothing')).status).toBe(404)
})

test('another way to write the address of what has moved leads straight to where it is', async () => {
  await using site = await Served.start(async ({ url }, response) => {
    if (url === '/old') response.writeHead(308, { location: '/new' }).end()
    else response.writeHead(404).end()
  })
  const { status, headers } = await site.ask('/Old/')
  expect({ status, location: headers.location }).toEqual({ status: 308, location: '/new' })
  expect(headers['cache-control']).toContain('max-age=0')
})

test('while what an address leads to cannot be found out, it still has one form', async () => {
  await using site = await Served.start(async () => {
    throw new Error('broken')
  })
  const { status, headers } = await site.ask('/Old/')
  expect({ status, location: headers.location }).toEqual({ status: 308, location: '/old' })
})
