import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { Counts, createMetrics, maySeeMetrics } from './metrics.ts'

const TOKEN = 'a-token-of-some-length'
const asked = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage

test.for(['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.8.8.8'])('the figures are shown to this machine, %s', (peer) => {
  expect(maySeeMetrics(asked(peer), null)).toBe(true)
})

test.for(['10.0.0.1', '::ffff:10.0.0.1', '192.168.1.1', '2001:db8::1', ''])('they are not shown to %s', (peer) => {
  expect(maySeeMetrics(asked(peer), TOKEN)).toBe(false)
})

test.for(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])(
  'they are not shown through a proxy on this machine, known by %s',
  (name) => {
    expect(maySeeMetrics(asked('127.0.0.1', { [name]: 'x' }), null)).toBe(false)
  },
)

test('they are shown to whoever brings the token', () => {
  expect(maySeeMetrics(asked('10.0.0.1', { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': 'x' }), TOKEN)).toBe(
    true,
  )
})

test.for([
  ['Bearer wrong', TOKEN],
  ['Bearer null', null],
  [`Basic ${TOKEN}`, TOKEN],
  [`Bearer ${TOKEN}x`, TOKEN],
] as const)('another token opens nothing: %s', ([authorization, token]) => {
  expect(maySeeMetrics(asked('10.0.0.1', { authorization }), token)).toBe(false)
})

test('the figures are what was counted at the time they are asked for', async () => {
  const counts = new Counts()
  const cache = { counts: { hits: 1, misses: 2, stale: 3 }, bytes: 4, size: 5 }
  const metrics = createMetrics({ counts, cache, lost: () => 6, articles: async () => 7 })
  counts.response(200)
  counts.response(204)
  counts.response(404)
  metrics.observeRender(0.012)
  metrics.observePublish(0.08)
  await metrics.text()
  counts.renders = 8
  const text = await metrics.text()
  for (const line of [
    'http_responses_total{status="2xx"} 2',
    'http_responses_total{status="4xx"} 1',
    'http_responses_total{status="5xx"} 0',
    'page_cache_hits_total 1',
    'page_cache_misses_total 2',
    'page_cache_stale_total 3',
    'page_cache_bytes 4',
    'page_cache_pages 5',
    'renders_lost 6',
    'articles 7',
    'renders_total 8',
    'render_seconds_bucket{le="0.02"} 1',
    'render_seconds_bucket{le="0.01"} 0',
    'publish_seconds_sum 0.08',
  ])
    expect(text).toContain(`\nbroadsheet_${line}\n`)
  expect(text).toMatch(/\nnodejs_eventloop_lag_seconds /)
})

test('what others have been told shows where others are told', async () => {
  const cache = { counts: { hits: 0, misses: 0, stale: 0 }, bytes: 0, size: 0 }
  const sources = { counts: new Counts(), cache, lost: () => 0, articles: async () => 0 }
  const announced = () => [{ target: 'hub', told: 30, dropped: 2, failures: 4 }]
  const text = await createMetrics({ ...sources, announced }).text()
  expect(text).toContain('\nbroadsheet_announce_told_total{target="hub"} 30\n')
  expect(text).toContain('\nbroadsheet_announce_dropped_total{target="hub"} 2\n')
  expect(text).toContain('\nbroadsheet_announce_failures_total{target="hub"} 4\n')
  expect(await createMetrics(sources).text()).not.toContain('announce')
})

test('views of stories show where they are counted, with those left out by reason', async () => {
  const cache = { counts: { hits: 0, misses: 0, stale: 0 }, bytes: 0, size: 0 }
  const sources = { counts: new Counts(), cache, lost: () => 0, articles: async () => 0 }
  const text = await createMetrics({ ...sources, views: { counted: 5, leftOut: { robot: 3, repeat: 0 } } }).text()
  expect(text).toContain('\nbroadsheet_story_views_total 5\n')
  expect(text).toContain('\nbroadsheet_story_views_left_out_total{reason="robot"} 3\n')
  expect(text).toContain('\nbroadsheet_story_views_left_out_total{reason="repeat"} 0\n')
  expect(await createMetrics(sources).text()).not.toContain('story_views')
})

test('two sites in one process count apart', async () => {
  const sources = { cache: { counts: { hits: 0, misses: 0, stale: 0 }, bytes: 0, size: 0 }, lost: () => 0 }
  const [one, two] = [1, 2].map((articles) =>
    createMetrics({ ...sources, counts: new Counts(), articles: async () => articles }),
  )
  expect(await one?.text()).toContain('broadsheet_articles 1')
  expect(await two?.text()).toContain('broadsheet_articles 2')
})
