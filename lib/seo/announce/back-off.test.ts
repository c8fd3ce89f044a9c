import { expect, test } from 'vitest'
import { backOff, readRetryAfter } from './back-off.ts'

const NOW = Date.parse('2026-01-01T12:00:00Z')

test.each([
  [1, 5_000, 10_000],
  [2, 10_000, 20_000],
  [5, 80_000, 160_000],
  [9, 1_280_000, 2_560_000],
  [10, 1_800_000, 3_600_000],
  [5000, 1_800_000, 3_600_000],
])('after %i failures the pause is %i to %i milliseconds', (failures, least, most) => {
  expect(backOff(failures, 0, null)).toBe(least)
  expect(backOff(failures, 1, null)).toBe(most)
})

test('a pause is never shorter than asked for', () => {
  expect(backOff(1, 0, 120_000)).toBe(120_000)
  expect(backOff(5, 0, 1000)).toBe(80_000)
})

test('no service is waited for longer than a week', () => {
  expect(backOff(1, 0, 1e12)).toBe(7 * 24 * 3_600_000)
})

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Thu, 01 Jan 2026 12:01:00 GMT', 60_000],
  ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
])('Retry-After: %s is read', (header, milliseconds) => {
  expect(readRetryAfter(header, NOW)).toBe(milliseconds)
})

test.each([null, '', 'soon', '-5', '1.5', '1e3', '99999999999999', '2026-01-01', 'Thu, 99 Xyz 2026 12:01:00 GMT'])(
  'Retry-After: %s says nothing',
  (header) => {
    expect(readRetryAfter(header, NOW)).toBeNull()
  },
)
