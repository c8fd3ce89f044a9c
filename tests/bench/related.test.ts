import { expect, test } from 'vitest'
import { mean, precision, withSixOthers } from './related/precision.ts'

const TRUTH = new Map([...'abcdefgx'].map((slug) => [slug, slug === 'x' ? 2 : 1]))

test('precision is a share of six places, also of those that are empty', () => {
  expect(precision(TRUTH, 'a', ['b', 'c', 'x'])).toBeCloseTo(2 / 6)
  expect(precision(TRUTH, 'a', [...'bcdefg'])).toBe(1)
})

test('neither itself nor what comes after the sixth counts', () => {
  expect(precision(TRUTH, 'a', ['a', 'x', 'x', 'x', 'x', 'x', 'b'])).toBe(0)
})

test('an article counts for whom there are six others', () => {
  expect(withSixOthers(TRUTH, ['a', 'x', 'unknown'])).toEqual(['a'])
})

test('the mean of no numbers is nothing', () => {
  expect(mean([])).toBe(0)
  expect(mean([1, 0])).toBe(0.5)
})
