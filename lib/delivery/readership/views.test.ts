import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import type { Page } from '../cache/page.ts'
import { Views } from './views.ts'

const NOW = Date.parse('2026-01-01T12:00:00Z')
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const STORY = { status: 200, markdown: '/world/space.md' }

/** What is counted of some requests, each different from a reader's in what it says. */
function counted(
  asked: readonly Partial<{ method: string; headers: object; from: string; page: object }>[],
  trustProxy = false,
) {
  const slugs: string[] = []
  const views = new Views({ trustProxy, now: () => NOW, count: (slug) => slugs.push(slug) })
  for (const { method = 'GET', headers = {}, from = '203.0.113.7', page = {} } of asked)
    views.sent(
      { method, headers: { 'user-agent': BROWSER, ...headers }, socket: { remoteAddress: from } } as IncomingMessage,
      { ...STORY, ...page } as Page,
    )
  return { slugs, views }
}

test('a reader of a story is counted once', () => {
  const { slugs, views } = counted([{}, {}, { from: '198.51.100.1' }])
  expect(slugs).toEqual(['space', 'space'])
  expect([views.counted, views.leftOut.repeat]).toEqual([2, 1])
})

test.for([{ page: { markdown: null } }, { page: { status: 410 } }, { page: { status: 404 } }, { method: 'HEAD' }])(
  'what is no view of a story is not looked at: %o',
  (asked) => {
    const { slugs, views } = counted([asked])
    expect([slugs, Object.values(views.leftOut).some(Boolean)]).toEqual([[], false])
  },
)

test('what is no person is left out, by reason', () => {
  const { slugs, views } = counted([
    { headers: { 'user-agent': undefined } },
    { headers: { 'user-agent': 'curl/8.9.1' } },
    { headers: { 'sec-purpose': 'prefetch' } },
    { headers: { 'sec-fetch-dest': 'iframe' } },
    ...Array.from({ length: 12 }, (_, n) => ({ headers: { 'user-agent': `${BROWSER} ${n}` } })),
  ])
  expect(slugs).toHaveLength(10)
  expect(views.leftOut).toEqual({ robot: 2, prefetch: 1, embedded: 1, repeat: 0, crowd: 2 })
})

test('readers behind a proxy are told apart if the proxy is trusted', () => {
  const asked = ['203.0.113.1', '198.51.100.1', '192.0.2.1'].map((from) => ({
    from: '127.0.0.1',
    headers: { 'x-forwarded-for': `10.0.0.1, ${from}` },
  }))
  expect([counted(asked, true).slugs.length, counted(asked).slugs.length]).toEqual([3, 1])
})

const line = (over: Partial<Record<'from' | 'time' | 'request' | 'status' | 'agent', string>> = {}) => {
  const { from = '203.0.113.7', time = '01/Jan/2026:11:59:00 +0000', request = 'GET /world/space HTTP/1.1' } = over
  return `${from} - - [${time}] "${request}" ${over.status ?? '200'} 9 "-" "${over.agent ?? BROWSER}"`
}

test.for([
  [line(), 1],
  [line({ status: '304' }), 1],
  [line({ request: 'GET /world/space?utm_source=x HTTP/1.1' }), 1],
  [line({ request: 'GET https://paper.example/world/space HTTP/2.0' }), 1],
  [line({ time: '01/Jan/2026:15:00:00 +0000' }), 1],
  [line({ time: '31/Dec/2025:11:59:00 +0000' }), 0],
  [line({ status: '404' }), 0],
  [line({ request: 'HEAD /world/space HTTP/1.1' }), 0],
  [line({ request: 'GET /world/space.md HTTP/1.1' }), 0],
  [line({ request: 'GET /world/no-such HTTP/1.1' }), 0],
  [line({ request: 'GET /world/%2e%2e/space HTTP/1.1' }), 0],
  [line({ agent: 'Googlebot/2.1' }), 0],
  [line({ agent: '-' }), 0],
  ['what?', 0],
] as const)('%s counts %i', async ([text, times]) => {
  const told: [string, number][] = []
  const views = new Views({ trustProxy: false, now: () => NOW, count: (slug, at) => told.push([slug, at]) })
  const storyAt = async (path: string) => (path === '/world/space' ? 'space' : null)
  for (let again = 0; again < 2; again++) await views.logged(text, storyAt)
  expect(told).toHaveLength(times)
  for (const [slug, at] of told) expect([slug, at <= NOW]).toEqual(['space', true])
})
