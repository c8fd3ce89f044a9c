import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { currentReading } from '#lib/content/catalog/reading.ts'
import { currentCaller } from '#lib/newsletter/signup/caller.ts'
import { pagesOf, Served } from '#tests/fixtures/served.ts'
import type { Handler } from './render/capture.ts'

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const SECRET = 'token=S3CRET_with-Signs.and9'

/** A site whose form sends readers on, and whose pages show what they were asked with. */
const site = (options: Parameters<typeof Served.start>[1] = {}) =>
  Served.start(async (request, response) => {
    if (request.method === 'POST') {
      for await (const _ of request);
      response.writeHead(303, { location: `/subscribe/preferences?${SECRET}&said=chosen`, 'set-cookie': 'a=b' }).end()
    } else if (request.url?.startsWith('/unsubscribe/one-click')) {
      response.writeHead(303, { location: `/unsubscribe?${SECRET}` }).end()
    } else response.writeHead(200, HTML).end(`<p>${request.url}</p><script src="/_next/x.js"></script>`)
  }, options)

test('a private page is made anew each time, without scripts, and nobody may keep, list or pass it on', async () => {
  let renders = 0
  await using served = await Served.start(pagesOf({ [`/subscribe/preferences?${SECRET}`]: () => `page ${++renders}` }))
  for (const expected of ['page 1', 'page 2']) {
    const { status, headers, body } = await served.ask(`/subscribe/preferences?${SECRET}&utm_source=x`)
    expect({ status, body: String(body) }).toEqual({ status: 200, body: expected })
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringContaining("form-action 'self'"),
    })
  }
  expect(await served.text('/metrics')).toContain('broadsheet_page_cache_bytes 0')
})

test.for(['br', 'gzip'])('a private page goes out in %s', async (encoding) => {
  await using served = await site()
  const { headers, body } = await served.ask('/subscribe', { headers: { 'accept-encoding': encoding } })
  expect(headers['content-encoding']).toBe(encoding)
  expect(body.length).toBeGreaterThan(0)
})

test('HEAD tells of a private page without its body', async () => {
  await using served = await site()
  const { status, headers, body } = await served.ask('/subscribe', { method: 'HEAD' })
  expect({ status, length: body.length }).toEqual({ status: 200, length: 0 })
  expect(headers['cache-control']).toBe('no-store')
})

test('what was withdrawn is gone, what is not there is missing', async () => {
  await using served = await Served.start(async (request, response) => {
    if (request.url === '/fault/missing') response.writeHead(200, HTML).end('nothing here')
    else if (request.url === '/subscribe/confirm') {
      currentReading()?.markGone()
      response.writeHead(200, HTML).end('over')
    } else response.writeHead(404).end()
  })
  const gone = await served.ask('/subscribe/confirm')
  const missing = await served.ask('/subscribe/nothing')
  expect([gone.status, String(gone.body)]).toEqual([410, 'over'])
  expect([missing.status, String(missing.body)]).toEqual([404, 'nothing here'])
})

test('a form gets its body and what it needs of the headers, and its answer leads on', async () => {
  let seen: unknown
  await using served = await Served.start(async (request, response) => {
    const body = Buffer.concat((await Array.fromAsync(request)) as Buffer[])
    seen = { method: request.method, url: request.url, headers: request.headers, body: String(body) }
    response.writeHead(303, { location: '/subscribe/sent?state=x', 'set-cookie': 'a=b', 'x-powered-by': 'x' }).end()
  })
  const sent = { ...FORM, 'sec-fetch-site': 'same-origin', origin: 'null', cookie: 'a=b', 'user-agent': 'Browser' }
  const { status, headers } = await served.ask('/subscribe/do/sign-up', {
    method: 'POST',
    headers: sent,
    body: 'address=jo%40example.org',
  })
  expect(status).toBe(303)
  expect(headers).toMatchObject({
    location: '/subscribe/sent?state=x',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  for (const name of ['set-cookie', 'x-powered-by']) expect(headers).not.toHaveProperty(name)
  expect(seen).toMatchObject({ method: 'POST', url: '/subscribe/do/sign-up', body: 'address=jo%40example.org' })
  expect(seen).toMatchObject({ headers: { ...FORM, 'sec-fetch-site': 'same-origin', origin: 'null' } })
  for (const name of ['cookie']) expect(seen).not.toHaveProperty(`headers.${name}`)
  expect(JSON.stringify(seen)).not.toContain('Browser')
})

test.for([
  [false, '127.0.0.1'],
  [true, '203.0.113.9'],
] as const)('with a trusted proxy: %s, the caller is %s', async ([trustProxy, reader]) => {
  let caller: unknown
  const handle: Handler = async (_, response) => {
    caller = currentCaller()
    response.end()
  }
  await using served = await Served.start(handle, { trustProxy })
  const headers = { ...FORM, 'x-forwarded-for': '198.51.100.1, 203.0.113.9' }
  await served.ask('/unsubscribe/one-click?token=x', { method: 'POST', headers, body: 'a=b' })
  expect(caller).toEqual({ reader, network: reader.split('.').slice(0, 3).join('.') })
})

test.for([
  ['GET', '/subscribe/do/sign-up', 'POST'],
  ['HEAD', '/subscribe/do/confirm', 'POST'],
  ['POST', '/subscribe', 'GET, HEAD'],
  ['POST', `/subscribe/confirm?${SECRET}`, 'GET, HEAD'],
  ['PUT', `/unsubscribe/one-click?${SECRET}`, 'GET, HEAD, POST'],
] as const)('%s %s is not how to ask', async ([method, path, allow]) => {
  await using served = await site()
  const { status, headers } = await served.ask(path, { method })
  expect({ status, allow: headers.allow }).toEqual({ status: 405, allow })
})

test('a body of more than 64 KB is refused, announced or not', async () => {
  await using served = await site()
  const announced = await served.raw('POST /subscribe/do/sign-up HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n')
  expect(announced).toMatch(/^HTTP\/1\.1 413 /)
  const chunk = `${(70_000).toString(16)}\r\n${'x'.repeat(70_000)}\r\n0\r\n\r\n`
  const chunked = await served.raw(
    `POST /subscribe/do/sign-up HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`,
  )
  expect(chunked).toMatch(/^HTTP\/1\.1 413 /)
  expect(await served.raw('POST /unsubscribe/one-click HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 413 /,
  )
})

test('the 61st form of a network in a minute is refused, unread, and nobody is asked to take it', async () => {
  let asked = 0
  await using served = await Served.start(
    async (_, response) => {
      asked++
      response.writeHead(303, { location: '/subscribe/sent' }).end()
    },
    { trustProxy: true },
  )
  const send = (reader: string, path = '/subscribe/do/sign-up') =>
    served.ask(path, { method: 'POST', headers: { ...FORM, 'x-forwarded-for': reader }, body: 'a=b' })
  for (let i = 0; i < 60; i++) expect((await send(`203.0.113.${i}`)).status).toBe(303)
  const { status, headers } = await send('203.0.113.200', '/subscribe/do/confirm')
  expect([status, headers['retry-after'], asked]).toEqual([429, '60', 60])
  const unread =
    'POST /subscribe/do/sign-up HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.1\r\nContent-Length: 9\r\n\r\n'
  expect(await served.raw(unread)).toMatch(/^HTTP\/1\.1 429 /)
  expect((await send('198.51.100.1')).status).toBe(303)
  expect((await send('203.0.113.1', '/unsubscribe/one-click?token=x')).status).toBe(303)
})

test('how many forms a network may send in a minute is what it is set to', async () => {
  const taking: Handler = async (_, response) => void response.writeHead(303, { location: '/subscribe/sent' }).end()
  await using served = await Served.start(taking, { formsPerMinute: 2 })
  const statuses: number[] = []
  for (let i = 0; i < 3; i++) {
    const { status } = await served.ask('/subscribe/do/sign-up', { method: 'POST', headers: FORM, body: 'a=b' })
    statuses.push(status)
  }
  expect(statuses).toEqual([303, 303, 429])
})

test('a flood of private pages is shed, and what is in memory goes on', async () => {
  const release: (() => void)[] = []
  const slow = () => new Promise<string>((resolve) => release.push(() => resolve('slow')))
  const pages = pagesOf({ '/': 'front', '/subscribe': slow })
  await using served = await Served.start(pages, { renders: { atOnce: 1, waiting: 0, milliseconds: 10_000 } })
  await served.ask('/')
  const waiting = served.ask('/subscribe')
  await expect.poll(() => release.length).toBe(1)
  const { status, headers } = await served.ask('/subscribe')
  expect([status, headers['retry-after']]).toEqual([503, '2'])
  expect(await served.text('/')).toBe('front')
  for (const go of release) go()
  expect((await waiting).status).toBe(200)
})

test('a form that cannot be taken shows the page for faults', async () => {
  await using served = await Served.start(async (request, response) => {
    if (request.url === '/fault') response.writeHead(200, HTML).end('Sorry')
    else if (request.url?.includes('do/confirm')) response.writeHead(500).end('a secret of the inside')
    else throw new Error('no ink')
  })
  for (const path of ['/subscribe/do/confirm', '/subscribe/do/sign-up']) {
    const { status, body } = await served.ask(path, { method: 'POST', headers: FORM, body: SECRET })
    expect([status, String(body)]).toEqual([500, 'Sorry'])
  }
})

test('another way to write a private address leads to the right one, and nobody may remember that', async () => {
  await using served = await site()
  const { status, headers } = await served.ask(`/Unsubscribe/?${SECRET}`)
  expect({ status, location: headers.location }).toEqual({ status: 308, location: `/unsubscribe?${SECRET}` })
  expect(headers['cache-control']).toBe('no-store')
})

test('whatever happens, what opens a private page is in no line of the log, at any level', async () => {
  await using broken = await Served.start(async (request, response) => {
    if (request.url?.startsWith('/subscribe/sent')) response.writeHead(200, HTML).end('<!--$?--><p>streamed</p>')
    else if (request.url?.startsWith('/subscribe/confirm')) response.destroy()
    else throw new Error('no ink')
  })
  await using sound = await site()
  const paths = ['/subscribe', '/subscribe/sent', '/subscribe/confirm', '/Subscribe//Preferences', '/%75nsubscribe']
  for (const served of [broken, sound]) {
    for (const path of paths) await served.ask(`${path}?${SECRET}`)
    for (const path of ['/subscribe/do/confirm', '/unsubscribe/one-click', '/subscribe'])
      await served.ask(`${path}?${SECRET}`, { method: 'POST', headers: FORM, body: SECRET })
    await served.ask(`/unsubscribe/one-click?${SECRET}`)
    await served.raw(`GET /subscribe?${SECRET}\x7f HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    await served.raw(`GET http://x/subscribe?${SECRET} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    await sleep(20)
    expect(served.log.length).toBeGreaterThan(8)
    expect(JSON.stringify(served.log)).not.toContain('S3CRET')
  }
})
