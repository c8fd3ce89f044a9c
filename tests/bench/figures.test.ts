import { expect, test } from 'vitest'
import { median, percentile, summarise } from './figures.ts'

test('a percentile is one of the samples, whatever their order', () => {
  expect(percentile([50, 15, 20, 40, 35], 0.3)).toBe(20)
  expect(percentile([50, 15, 20, 40, 35], 1)).toBe(50)
})

test('the median of an even number of samples is the lower one in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2)
})

test('one sample is its own summary', () => {
  expect(summarise([7])).toEqual({ count: 1, least: 7, median: 7, p95: 7, p99: 7, most: 7 })
})

test('nothing has no percentile', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError)
})
