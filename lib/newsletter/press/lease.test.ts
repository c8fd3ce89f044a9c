import { expect, test } from 'vitest'
import { keptNewsletters } from '#tests/fixtures/newsletter-store.ts'
import { underLease } from './lease.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const NEVER = new AbortController().signal

test('of those who would do something at the same time one does it', async () => {
  await using kept = await keptNewsletters()
  const { leases } = kept.repository
  const by = (holder: string) => ({ leases, name: 'x', holder, log, signal: NEVER })
  const others = Promise.withResolvers<unknown>()
  let running = 0
  const work = async () => {
    running++
    await others.promise
    return running
  }
  const asked = ['a', 'b', 'c', 'd'].map((holder) => underLease(by(holder), work))
  let refused = 0
  for (const asking of asked) void asking.then(() => ++refused === asked.length - 1 && others.resolve(null))
  const results = await Promise.all(asked)
  expect(results.filter((result) => result !== null)).toEqual([1])
})

test('a lease is free when the work has ended, also when it failed', async () => {
  await using kept = await keptNewsletters()
  const { leases } = kept.repository
  const by = (holder: string) => ({ leases, name: 'x', holder, log, signal: NEVER })
  const failing = underLease(by('a'), async () => {
    throw new Error('it failed')
  })
  await expect(failing).rejects.toThrow('it failed')
  expect(await underLease(by('b'), async () => 'done')).toBe('done')
})

test('work that is told to stop hears of it', async () => {
  await using kept = await keptNewsletters()
  const ending = new AbortController()
  const holding = { leases: kept.repository.leases, name: 'x', holder: 'a', log, signal: ending.signal }
  const stopped = underLease(holding, async (signal) => {
    ending.abort()
    return signal.aborted
  })
  expect(await stopped).toBe(true)
})
