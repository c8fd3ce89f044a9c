import { expect, test } from 'vitest'
import { compareProblems, formatProblem, isError, type Problem } from './problems.ts'

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

test('a problem is one line, whatever it quotes', () => {
  expect(formatProblem(problem({}))).toBe('b.md:2:2 error m dead-link')
  const strange = problem({ file: 'a\nb.md', message: 'there is no "\r\n\u001b[31m\u2028"' })
  expect(formatProblem(strange)).toBe('a b.md:2:2 error there is no " [31m " dead-link')
})
