import { expect, test } from 'vitest'
import { manualClock } from '#tests/fixtures/clock.ts'
import { Rounds } from './rounds.ts'

test('work is done when it is due, and not before', async () => {
  const clock = manualClock()
  let done = 0
  const rounds = new Rounds(async () => {
    done++
    return null
  }, clock)
  rounds.due(100)
  await clock.advance(99)
  expect(done).toBe(0)
  await clock.advance(1)
  expect(done).toBe(1)
  await clock.advance(1000)
  expect(done).toBe(1)
})

test('the earliest of several times holds', async () => {
  const clock = manualClock()
  const at: number[] = []
  const rounds = new Rounds(async () => {
    at.push(clock.now())
    return null
  }, clock)
  const began = clock.now()
  for (const milliseconds of [300, 100, 200]) rounds.due(milliseconds)
  await clock.advance(1000)
  expect(at).toEqual([began + 100])
})

test('work says itself when it is due again', async () => {
  const clock = manualClock()
  let left = 3
  const rounds = new Rounds(async () => (--left > 0 ? 10 : null), clock)
  rounds.due(0)
  await clock.advance(100)
  expect(left).toBe(0)
})

test('what becomes due while work is done begins after it', async () => {
  const clock = manualClock()
  const { promise, resolve } = Promise.withResolvers<void>()
  let [atOnce, most, done] = [0, 0, 0]
  const rounds = new Rounds(async () => {
    most = Math.max(most, ++atOnce)
    await promise
    atOnce--
    done++
    return null
  }, clock)
  rounds.due(0)
  await clock.advance(0)
  rounds.due(5)
  await clock.advance(10)
  resolve()
  await clock.advance(10)
  expect([most, done]).toEqual([1, 2])
})

test('nothing is done after it was closed, which waits for what is being done', async () => {
  const clock = manualClock()
  let done = 0
  const rounds = new Rounds(async (closing) => {
    await new Promise((resolve) => closing.addEventListener('abort', resolve))
    done++
    return 1
  }, clock)
  rounds.due(0)
  await clock.advance(0)
  await rounds.close()
  rounds.due(0)
  await clock.advance(100)
  expect(done).toBe(1)
})
