import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Retry } from './retry.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** How often it was tried again after each of some pauses, in seconds; it fails each time. */
function triesAfter(pauses: readonly number[]): number[] {
  let tries = 0
  const retry = new Retry(() => {
    tries++
    retry.later()
  })
  retry.later()
  return pauses.map((seconds) => {
    vi.advanceTimersByTime(seconds * 1000)
    return tries
  })
}

test('what fails is tried again after twice as long each time, and every minute in the end', () => {
  expect(triesAfter([1.9, 0.1, 4, 8, 16, 32, 59.9, 0.1, 60])).toEqual([0, 1, 2, 3, 4, 5, 5, 6, 7])
})

test('after it went well, the next failure is a first one; once stopped there is none', () => {
  let tries = 0
  const retry = new Retry(() => void tries++)
  for (let failures = 0; failures < 3; failures++) retry.later()
  retry.reset()
  retry.later()
  vi.advanceTimersByTime(2000)
  expect(tries).toBe(1)
  retry.later()
  retry.stop()
  vi.advanceTimersByTime(120_000)
  expect(tries).toBe(1)
})
