import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { manualClock } from '#tests/fixtures/clock.ts'
import { service } from '#tests/fixtures/service.ts'
import { Courier, MOST_ATTEMPTS } from './courier.ts'
import { Queue } from './queue.ts'
import { hubTarget, indexNowTarget } from './targets.ts'

const SITE = 'https://broadsheet.example'
const KEY = 'a-key-of-some-length'
const open = new AbortController().signal

/** A courier with a queue and a clock of its own. */
function office(target: ConstructorParameters<typeof Courier>[0]['target']) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'office-'))
  const queue = Queue.open(path.join(folder, 'announcements.db'), 50_000)
  if (queue === null) throw new Error('the queue is in use')
  const clock = manualClock()
  const lines: string[] = []
  const line = (level: string) => (text: string) => void lines.push(`${level}: ${text}`)
  const log = { info: line('info'), warn: line('warn'), error: line('error') }
  const courier = new Courier({ target, clock, log })
  return {
    clock,
    courier,
    lines,
    queue,
    add: (...hrefs: string[]) => queue.settle(0, { pending: new Map([[target.name, hrefs]]), places: [], gone: [] }),
    deliver: (closing = open) => courier.deliver(queue, SITE, closing),
    [Symbol.dispose]() {
      queue[Symbol.dispose]()
      rmSync(folder, { recursive: true })
    },
  }
}

test('what a target has been told is told once', async () => {
  await using hub = await service(204)
  using at = office(hubTarget(hub.url))
  at.add('/feed.xml', '/world/feed.xml')
  expect(await at.deliver()).toBeNull()
  expect(await at.deliver()).toBeNull()
  expect(hub.topics).toEqual([[`${SITE}/feed.xml`, `${SITE}/world/feed.xml`]])
  expect(at.lines).toEqual([`info: announce: ${hub.host} was told of 2 feeds.`])
  expect(at.courier.tally).toEqual({ told: 2, dropped: 0, failures: 0 })
})

test('1,000 pages are one message to search engines, and 25,000 are three', async () => {
  await using engines = await service(202)
  using at = office(indexNowTarget(engines.url, KEY))
  at.add(...Array.from({ length: 1000 }, (_, n) => `/world/s${n}`))
  await at.deliver()
  expect(engines.pages.map((pages) => pages.length)).toEqual([1000])
  at.add(...Array.from({ length: 25_000 }, (_, n) => `/world/t${n}`))
  await at.deliver()
  expect(engines.pages.map((pages) => pages.length)).toEqual([1000, 10_000, 10_000, 5000])
  expect(new Set(engines.pages.flat()).size).toBe(26_000)
})

test('240 feeds are three messages to a hub', async () => {
  await using hub = await service(204)
  using at = office(hubTarget(hub.url))
  at.add(...Array.from({ length: 240 }, (_, n) => `/topics/t${n}/feed.xml`))
  await at.deliver()
  expect(hub.topics.map((topics) => topics.length)).toEqual([100, 100, 40])
})

test('a target that fails is told again after a pause, with what has come meanwhile', async () => {
  await using hub = await service(503, 200)
  using at = office(hubTarget(hub.url))
  at.add('/feed.xml')
  expect(await at.deliver()).toBe(7500)
  at.add('/world/feed.xml')
  await at.clock.advance(7499)
  expect(await at.deliver()).toBe(1)
  expect(hub.received).toHaveLength(1)
  await at.clock.advance(1)
  expect(await at.deliver()).toBeNull()
  expect(hub.topics[1]).toEqual([`${SITE}/feed.xml`, `${SITE}/world/feed.xml`])
  expect(at.lines).toEqual([
    `warn: announce: ${hub.host} could not be told of 1 feed: it answered 503. It is tried again.`,
    `info: announce: ${hub.host} was told of 2 feeds.`,
  ])
})

test('pauses grow, and begin anew after a success', async () => {
  await using hub = await service(500, 500, 500, 200, 500)
  using at = office(hubTarget(hub.url))
  at.add('/feed.xml')
  const pauses: (number | null)[] = []
  for (let attempt = 0; attempt < 4; attempt++) {
    pauses.push(await at.deliver())
    await at.clock.advance(pauses.at(-1) ?? 0)
  }
  at.add('/feed.xml')
  pauses.push(await at.deliver())
  expect(pauses).toEqual([7500, 15_000, 30_000, null, 7500])
})

test.each([429, 503])('a target that answers %i is left alone for as long as it asks', async (status) => {
  await using engines = await service({ status, headers: { 'retry-after': '900' } }, 200)
  using at = office(indexNowTarget(engines.url, KEY))
  at.add('/world/a')
  expect(await at.deliver()).toBe(900_000)
  at.add('/world/b')
  expect(await at.deliver()).toBe(900_000)
  expect(engines.received).toHaveLength(1)
  await at.clock.advance(900_000)
  await at.deliver()
  expect(engines.pages[1]).toEqual([`${SITE}/world/a`, `${SITE}/world/b`])
})

test.each([400, 403, 404, 410, 422, 302])('what is refused with %i is not told again', async (status) => {
  await using engines = await service({ status, headers: { location: '/elsewhere' } })
  using at = office(indexNowTarget(engines.url, KEY))
  at.add('/world/a', '/world/b')
  expect(await at.deliver()).toBeNull()
  expect(await at.deliver()).toBeNull()
  expect(engines.received).toHaveLength(1)
  expect(at.lines).toEqual([
    expect.stringContaining(
      `warn: announce: ${engines.host} refused 2 pages with status ${status}; they are not told again.`,
    ),
  ])
  expect(at.courier.tally.dropped).toBe(2)
})

test('a hub that hangs is waited for no longer than its time', async () => {
  await using hub = await service('hang', 200)
  using at = office(hubTarget(hub.url))
  at.add('/feed.xml')
  const delivery = at.deliver()
  await vi.waitUntil(() => hub.received.length === 1)
  await at.clock.advance(20_000)
  expect(await delivery).toBe(7500)
  expect(at.lines).toEqual([
    `warn: announce: ${hub.host} could not be told of 1 feed: it did not answer in time. It is tried again.`,
  ])
})

test('a target that nobody answers for is tried again', async () => {
  const hub = await service()
  using at = office(hubTarget(hub.url))
  await hub[Symbol.asyncDispose]()
  at.add('/feed.xml')
  expect(await at.deliver()).toBe(7500)
  expect(at.lines).toEqual([expect.stringContaining('it could not be reached (ECONNREFUSED). It is tried again.')])
})

test('an address is given up after so many attempts; one that came later has as many of its own', async () => {
  await using hub = await service(500)
  using at = office(hubTarget(hub.url))
  at.add('/early.xml')
  for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++) await at.clock.advance((await at.deliver()) ?? 0)
  at.add('/late.xml')
  await at.deliver()
  expect(at.queue.pending('hub', 10).items).toEqual(['/late.xml'])
  expect(hub.received).toHaveLength(MOST_ATTEMPTS)
  expect(at.lines).toHaveLength(2)
  expect(at.lines[1]).toContain(`warn: announce: ${hub.host} was told of 1 feed 10 times in vain (it answered 500)`)
})

test('what was on its way when the site ends is told by the next process', async () => {
  await using hub = await service('hang')
  using at = office(hubTarget(hub.url))
  at.add('/feed.xml')
  const closing = new AbortController()
  const delivery = at.deliver(closing.signal)
  await vi.waitUntil(() => hub.received.length === 1)
  closing.abort()
  await delivery
  expect(at.queue.pending('hub', 10).items).toEqual(['/feed.xml'])
  expect(at.queue.health('hub').failures).toBe(0)
  expect(at.lines).toEqual([])
})

test('no line has the key, or more of an address than its host', async () => {
  await using engines = await service(500, 403)
  using at = office(indexNowTarget(`${engines.url}?token=secret`, KEY))
  at.add('/world/a')
  await at.clock.advance((await at.deliver()) ?? 0)
  await at.deliver()
  expect(at.lines).toHaveLength(2)
  for (const line of at.lines) expect(line).not.toMatch(new RegExp(`${KEY}|secret|/told`))
})
