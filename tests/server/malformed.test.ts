import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newsroom } from '#tests/fixtures/newsroom.ts'
import type { ServerProcess } from '#tests/fixtures/server-process.ts'

const COUNT = 4000

/** Connections at once. */
const AT_ONCE = 100

const HOST = 'Host: broadsheet.example\r\n'
const GOOD = `GET / HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`

const noise = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => Buffer.from(bytes))
const word = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 30 })
const method = fc.oneof(
  fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'BREW', 'CONNECT', 'TRACE', 'OPTIONS', '', 'get'),
  word,
)
const path = fc.oneof(
  fc.constantFrom(
    '/%',
    '/%zz',
    '/%00',
    '/world/%ff%fe',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/x',
    '*',
    '',
    '//',
    '/\\..\\',
  ),
  fc.constantFrom(
    '/_next/image?url=%',
    '/_next/image?url=/media/../site.yaml&w=96&q=70',
    '/media/%2e%2e/site.yaml',
    '/?%=',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map((any) => `/${any.replaceAll(' ', '%20')}`),
  fc.string({ unit: 'binary', maxLength: 60 }).map((any) => `/${any}`),
  fc.constant(`/${'a'.repeat(9000)}`),
)
const header = fc.oneof(
  fc.tuple(word, word).map(([name, value]) => `${name}: ${value}\r\n`),
  fc.constantFrom(
    'Content-Length: -1\r\n',
    'Content-Length: 5\r\nContent-Length: 6\r\n',
    'Transfer-Encoding: nonsense\r\n',
  ),
  fc.constantFrom(
    'Range: bytes=9-1,-\r\n',
    'If-None-Match: "\r\n',
    'Accept-Encoding: br;q=x,,;\r\n',
    'Expect: 200-no\r\n',
  ),
  fc.constantFrom(
    'Upgrade: h2c\r\nConnection: Upgrade\r\n',
    'RSC: 1\r\nNext-Action: x\r\n',
    'x-middleware-subrequest: a\r\n',
  ),
  fc.integer({ min: 100, max: 30_000 }).map((length) => `X-Long: ${'a'.repeat(length)}\r\n`),
)
const asked = fc
  .tuple(method, path, fc.array(header, { maxLength: 4 }))
  .map(([verb, target, headers]) => Buffer.from(`${verb} ${target} HTTP/1.1\r\n${HOST}${headers.join('')}\r\n`))
const chunked = fc
  .tuple(fc.constantFrom('/', '/hooks/git', '/healthz'), word)
  .map(([target, chunk]) =>
    Buffer.from(`POST ${target} HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n${chunk}\r\nzz\r\n`),
  )
const pipelined = fc
  .tuple(noise, noise)
  .map((both) => Buffer.concat([Buffer.from(GOOD.replace('close', 'keep-alive')), ...both]))
const anything = fc.oneof(noise, asked, chunked, pipelined)

/** How long to wait for more of an answer: what is half of a request has none, until its time is over. */
const SILENCE = 400

/** Sends bytes as they are. @returns the statuses of all that is answered to it */
async function send(site: ServerProcess, bytes: Buffer): Promise<string[]> {
  const socket = site.connect()
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  socket.setTimeout(SILENCE, () => socket.destroy())
  socket.write(bytes)
  await new Promise((resolve) => socket.once('close', resolve))
  return Array.from(answer.matchAll(/^HTTP\/1\.1 (\d{3}) /gm), ([, status = '']) => status)
}

test('malformed requests by the thousand bring neither a fault nor an end', async () => {
  await using room = await newsroom()
  const site = await room.start()
  expect(await send(site, Buffer.from(GOOD))).toEqual(['200'])
  const waiting = fc.sample(anything, { numRuns: COUNT, seed: 20 })
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let bytes = waiting.pop(); bytes !== undefined; bytes = waiting.pop()) {
        for (const status of await send(site, bytes)) {
          if (status.startsWith('5'))
            expect.fail(`${status} was the answer to ${JSON.stringify(String(bytes).slice(0, 500))}`)
        }
      }
    }),
  )
  expect(site.output).not.toContain('"level":"error"')
  expect(await send(site, Buffer.from(GOOD))).toEqual(['200'])
  expect([await site.status('/world/station'), await site.status('/readyz')]).toEqual([200, 200])
})
