import { expect, test } from 'vitest'
import { weeksOf } from './weeks.ts'

const days = (count: number) => Array.from({ length: count }, (_, before) => before + 1)

test('a month stands in whole weeks', () => {
  expect(weeksOf('2022-04', days(30), 7)).toEqual([
    [null, null, null, null, null, 1, 2],
    [3, 4, 5, 6, 7, 8, 9],
    [10, 11, 12, 13, 14, 15, 16],
    [17, 18, 19, 20, 21, 22, 23],
    [24, 25, 26, 27, 28, 29, 30],
  ])
})

test('a February may be four weeks, a month of 31 days six', () => {
  expect(weeksOf('2021-02', days(28), 1)).toHaveLength(4)
  expect(weeksOf('2022-10', days(31), 7)).toHaveLength(6)
})
