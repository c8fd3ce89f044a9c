import { expect, test } from 'vitest'
import { Occurrences } from './occurrences.ts'

const NOW = 1_800_000_000

test('counts what occurs again, each key by itself', () => {
  const table = new Occurrences({ seconds: 60, sets: 8 })
  expect([1, 2, 3].map(() => table.add(1, 7, NOW))).toEqual([1, 2, 3])
  expect([table.add(1, 8, NOW), table.add(2, 7, NOW)]).toEqual([1, 1])
  expect([table.count(1, 7, NOW), table.count(1, 9, NOW)]).toEqual([3, 0])
})

test('begins anew when the while is over, however often it occurred meanwhile', () => {
  const table = new Occurrences({ seconds: 60, sets: 8 })
  for (let second = 0; second < 60; second++) table.add(1, 7, NOW + second)
  expect(table.count(1, 7, NOW + 59)).toBe(60)
  expect(table.count(1, 7, NOW + 60)).toBe(0)
  expect(table.add(1, 7, NOW + 60)).toBe(1)
})

test('a key of zeros is a key', () => {
  const table = new Occurrences({ seconds: 60, sets: 8 })
  expect([table.count(0, 0, NOW), table.add(0, 0, NOW), table.add(0, 0, NOW)]).toEqual([0, 1, 2])
})

test('where there is no room the oldest is forgotten', () => {
  const table = new Occurrences({ seconds: 60, sets: 1 })
  for (let key = 1; key <= 5; key++) table.add(0, key, NOW + key)
  expect([1, 2, 3, 4, 5].map((key) => table.count(0, key, NOW + 5))).toEqual([0, 1, 1, 1, 1])
})

test('a clock that is set back by hours ends what has begun', () => {
  const table = new Occurrences({ seconds: 60, sets: 8 })
  table.add(1, 7, NOW)
  expect([table.count(1, 7, NOW - 30), table.count(1, 7, NOW - 7200)]).toEqual([1, 0])
})

test('counts no further than it can', () => {
  const table = new Occurrences({ seconds: 60, sets: 1 })
  for (let time = 0; time < 70_000; time++) table.add(0, 1, NOW)
  expect(table.count(0, 1, NOW)).toBe(65_535)
})
