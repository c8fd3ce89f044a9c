import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Chores } from './chores.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function chores(portions = 1) {
  const done: string[] = []
  let left = portions
  const made = new Chores({
    enterWords: async () => {
      done.push('words')
      return --left > 0
    },
    tidy: async () => void done.push('tidy'),
  })
  return { made, done }
}

test('words are entered soon after a change, in portions, and the log is written back after the last', async () => {
  const { made, done } = chores(3)
  made.later()
  await vi.advanceTimersByTimeAsync(249)
  expect(done).toEqual([])
  await vi.runAllTimersAsync()
  expect(done).toEqual(['words', 'words', 'words', 'tidy'])
})

test('change after change puts the log off, not the words', async () => {
  const { made, done } = chores(100)
  for (let i = 0; i < 10; i++) {
    made.later()
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(done).not.toContain('tidy')
  expect(done).toContain('words')
})

test('once stopped, nothing is done', async () => {
  const { made, done } = chores()
  made.later()
  made.stop()
  await vi.runAllTimersAsync()
  expect(done).toEqual([])
})
