import { RateLimiterMemory } from 'rate-limiter-flexible'
import { afterEach, expect, test, vi } from 'vitest'
import { SignUpLimits } from './limits.ts'

const HOUR = 3_600_000

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

async function takeMany(limits: SignUpLimits, count: number, of: (index: number) => [string, string | null]) {
  let taken = 0
  for (let index = 0; index < count; index++) if (await limits.take(...of(index))) taken++
  return taken
}

test('an address is taken so many times a day, from wherever, and in whatever case', async () => {
  vi.useFakeTimers()
  const limits = new SignUpLimits({ address: 3, network: 100, all: 100 })
  expect(await takeMany(limits, 10, (index) => [index % 2 ? 'jo@example.org' : 'JO@example.org', `${index}`])).toBe(3)
  expect(await limits.take('amy@example.org', '1')).toBe(true)
  vi.advanceTimersByTime(23 * HOUR)
  expect(await limits.take('jo@example.org', '99')).toBe(false)
  vi.advanceTimersByTime(HOUR)
  expect(await limits.take('jo@example.org', '99')).toBe(true)
})

test('of 5,000 sign-ups from one network as many are taken as the limit says, and others are not kept out', async () => {
  const limits = new SignUpLimits({ address: 5, network: 20, all: 1000 })
  expect(await takeMany(limits, 5_000, (index) => [`a${index}@example.org`, '203.0.113'])).toBe(20)
  expect(await limits.take('jo@example.org', '198.51.100')).toBe(true)
})

test('a network may go on after an hour', async () => {
  vi.useFakeTimers()
  const limits = new SignUpLimits({ address: 100, network: 1, all: 100 })
  expect(await takeMany(limits, 3, () => ['jo@example.org', '1'])).toBe(1)
  vi.advanceTimersByTime(HOUR)
  expect(await limits.take('jo@example.org', '1')).toBe(true)
})

test('where the network is not known the other limits hold', async () => {
  const limits = new SignUpLimits({ address: 2, network: 1, all: 5 })
  expect(await takeMany(limits, 5, () => ['jo@example.org', null])).toBe(2)
})

test('all together are taken so many times an hour', async () => {
  const limits = new SignUpLimits({ address: 5, network: 20, all: 50 })
  expect(await takeMany(limits, 200, (index) => [`a${index}@example.org`, `${index}`])).toBe(50)
})

test('100,000 networks with 100,000 addresses leave no more behind than the limit of all', {
  timeout: 60_000,
}, async () => {
  const kept = watchCounts()
  const limits = new SignUpLimits({ address: 5, network: 20, all: 100 })
  await takeMany(limits, 100_000, (index) => [`a${index}@example.org`, `${index}`])
  expect(kept().length).toBe(201)
})

test('neither address nor network is kept', async () => {
  const kept = watchCounts()
  await new SignUpLimits({ address: 5, network: 20, all: 100 }).take('jo@example.org', '203.0.113')
  expect(kept()).toHaveLength(3)
  for (const key of kept()) expect(key).toMatch(/^(all|[\w-]{22})$/)
})

/** Listens to the limiters that are used from now on. @returns the keys that all of them keep */
function watchCounts(): () => string[] {
  const consume = vi.spyOn(RateLimiterMemory.prototype, 'consume')
  return () =>
    [...new Set(consume.mock.contexts)].flatMap((limiter) => {
      const { storage } = (limiter as RateLimiterMemory).dump() as { storage: { key: string }[] }
      return storage.map(({ key }) => key)
    })
}
