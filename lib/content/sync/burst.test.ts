import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Burst, type Changes } from './burst.ts'
import type { GitWork } from './git-work.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A burst, what it has reported, and what git is said to be doing. */
function gathering() {
  const reports: Changes[] = []
  const git: { work: GitWork } = { work: 'none' }
  return {
    reports,
    git,
    burst: new Burst(
      () => git.work,
      (changes) => reports.push(changes),
    ),
  }
}

test('one saved file is reported within 20 ms', () => {
  const { burst, reports } = gathering()
  burst.note('a')
  vi.advanceTimersByTime(20)
  expect(reports).toEqual([new Set(['a'])])
})

test('a pause of 100 ms does not split the copying of many files', () => {
  const { burst, reports } = gathering()
  for (let at = 0; at < 30; at++) burst.note(`${at}`)
  vi.advanceTimersByTime(100)
  burst.note('last')
  vi.advanceTimersByTime(130)
  expect(reports).toHaveLength(1)
  expect(reports[0]?.size).toBe(31)
})

test('changes that never stop are reported every two seconds', () => {
  const { burst, reports } = gathering()
  for (let at = 0; at < 600; at++) {
    burst.note(`${at % 40}`)
    vi.advanceTimersByTime(10)
  }
  expect(reports).toHaveLength(2)
})

test('while git writes nothing is reported, however long it takes', () => {
  const { burst, git, reports } = gathering()
  git.work = 'writing'
  burst.note('a')
  vi.advanceTimersByTime(60_000)
  expect(reports).toEqual([])
  git.work = 'none'
  vi.advanceTimersByTime(50)
  expect(reports).toEqual([new Set(['a'])])
})

test('a rebase that waits for a person does not hold what is saved', () => {
  const { burst, git, reports } = gathering()
  git.work = 'series'
  burst.note('a')
  vi.advanceTimersByTime(1_100)
  expect(reports).toEqual([new Set(['a'])])
})

test('one change of anything makes the whole burst one', () => {
  const { burst, reports } = gathering()
  burst.note('a')
  burst.note(null)
  vi.advanceTimersByTime(20)
  burst.note('b')
  vi.advanceTimersByTime(20)
  expect(reports).toEqual([null, new Set(['b'])])
})
