import { expect, test } from 'vitest'
import { compareProblems, isError, type Problem } from './problems.ts'

const problem = (over: Partial<Problem>): Problem => ({
  file: 'b.md',
  line: 2,
  column: 2,
  rule: 'dead-link',
  message: 'm',
  ...over,
})

test('a report goes by file, then line, column, rule and message', () => {
  const sorted = [
    problem({ file: 'a.md', line: 9 }),
    problem({ line: 1, column: 9 }),
    problem({ column: 1 }),
    problem({ rule: 'bad-slug' }),
    problem({ message: 'l' }),
    problem({}),
    problem({ line: 10 }),
  ]
  expect(sorted.toReversed().sort(compareProblems)).toEqual(sorted)
})

test('lines are compared as numbers', () => {
  expect(compareProblems(problem({ line: 9 }), problem({ line: 10 }))).toBeLessThan(0)
})

test('a rule is an error or a warning', () => {
  expect(isError(problem({ rule: 'dead-link' }))).toBe(true)
  expect(isError(problem({ rule: 'no-image' }))).toBe(false)
})
