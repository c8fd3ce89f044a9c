import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { pagesOf, Served } from '#tests/fixtures/served.ts'
import { CONNECTION_LIMITS } from './connections.ts'

const PAGES = { '/': 'Front', '/fault/missing': 'No such page' }

test.for([
  ['no request at all', 'nonsense\r\n\r\n', 400],
  ['a control character in a header', 'GET / HTTP/1.1\r\nHost: x\r\nA: \x01\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['a length and chunks', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
] as const)('%s is answered and closed', async ([, bytes, status]) => {
  await using site = await Served.start(pagesOf(PAGES))
  const answer = await site.raw(bytes)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer.toLowerCase()).toContain('\r\nconnection: close\r\n')
})

test('what cannot be parsed is answered with the headers that everything has', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  expect(await site.raw('nonsense\r\n\r\n')).toContain('\r\nx-content-type-options: nosniff\r\n')
})

test('malformed requests by the thousand break nothing', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  const characters = [
    'GET',
    ' ',
    '/',
    '%',
    '%2',
    '%00',
    '\\',
    '..',
    '\x00',
    '\r',
    '\n',
    '\r\n',
    ':',
    'HTTP/1.1',
    'é',
    '?',
    '#',
    '//',
    'Host: x',
  ]
  for (let round = 0; round < 20; round++) {
    const asked = Array.from({ length: 100 }, (_, at) => {
      const pick = (i: number) => characters[(round * 7919 + at * 104_729 + i * i * 31) % characters.length]
      return site.raw(
        `GET /${Array.from({ length: 12 }, (_, i) => pick(i)).join('')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      )
    })
    for (const answer of await Promise.all(asked)) expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /)
  }
  expect((await site.ask('/')).status).toBe(200)
}, 30_000)

test('who does not finish asking is told so and let go', async () => {
  await using site = await Served.start(pagesOf(PAGES), { limits: { ...CONNECTION_LIMITS, headers: 100 } })
  expect(await site.raw('GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /)
})

test('who does not finish sending is let go', async () => {
  const limits = { ...CONNECTION_LIMITS, headers: 100, request: 100 }
  await using site = await Served.start(pagesOf(PAGES), { limits })
  const bytes = 'POST /hooks/git HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf'
  expect(await site.raw(bytes)).not.toMatch(/^HTTP\/1\.1 [25]/)
  // On a busy machine an honest request can need longer than these short limits too.
  await expect.poll(async () => (await site.ask('/')).status).toBe(200)
})

test('who says nothing is let go', async () => {
  await using site = await Served.start(pagesOf(PAGES), { limits: { ...CONNECTION_LIMITS, idle: 50 } })
  expect(await site.raw('')).toBe('')
})

test('500 slow connections keep nobody out', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  const slow = Array.from({ length: 500 }, () => connect(site.port, '127.0.0.1'))
  await Promise.all(slow.map((socket) => once(socket, 'connect')))
  for (const socket of slow) socket.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: x\r\nA: ')
  for (let i = 0; i < 20; i++) expect((await site.ask('/')).status).toBe(200)
  for (const socket of slow) socket.destroy()
})

test('a connection serves one request after the other', async () => {
  await using site = await Served.start(pagesOf(PAGES))
  const one = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'
  const last = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
  expect((await site.raw(one + one + last)).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3)
})

test('closing lets what runs finish, and takes nothing new', async () => {
  let release = (_: string) => {}
  const slow = () => new Promise<string>((resolve) => (release = resolve))
  await using site = await Served.start(pagesOf({ ...PAGES, '/slow': slow }))
  const running = site.text('/slow')
  await expect.poll(() => site.server.listening && release.length).toBe(1)
  await expect.poll(async () => (await site.text('/metrics')).includes('renders_total 1')).toBe(true)
  const { port } = site
  const closed = site.server.closeGently(5000)
  await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED')
  release('done')
  expect(await running).toBe('done')
  expect(await closed).toBe(true)
})

test('closing does not wait for connections that are only kept open', async () => {
  const site = await Served.start(pagesOf(PAGES))
  const kept = connect(site.port, '127.0.0.1')
  kept.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(kept, 'data')
  expect(await site.server.closeGently(5000)).toBe(true)
})

test('closing does not wait for who has asked nothing yet, or half', async () => {
  const site = await Served.start(pagesOf(PAGES))
  const [silent, half] = [connect(site.port, '127.0.0.1'), connect(site.port, '127.0.0.1')]
  await Promise.all([once(silent, 'connect'), once(half, 'connect')])
  half.write('GET / HTTP/1.1\r\nHost: x\r\n')
  expect((await site.ask('/')).status).toBe(200)
  expect(await site.server.closeGently(5000)).toBe(true)
})

test('what does not finish in time is cut', async () => {
  const site = await Served.start(pagesOf({ '/slow': () => new Promise<string>(() => {}) }))
  const cut = site.ask('/slow').catch(({ code }) => code)
  await expect.poll(async () => (await site.text('/metrics')).includes('renders_total 1')).toBe(true)
  expect(await site.server.closeGently(10)).toBe(false)
  expect(await cut).toBe('ECONNRESET')
})
