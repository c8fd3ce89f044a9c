import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { ageOfFresh, dayToken, freshToken, isDayToken } from './form-token.ts'

const KEY = Buffer.alloc(32, 7)
const NOW = Date.UTC(2026, 10, 23, 12)
const DAY = 86_400_000

test('the token of a page that is kept is the same from midnight to midnight', () => {
  const midnight = Date.UTC(2026, 10, 23)
  expect(dayToken(KEY, 'article', midnight)).toBe(dayToken(KEY, 'article', midnight + DAY - 1))
  expect(dayToken(KEY, 'article', midnight)).not.toBe(dayToken(KEY, 'article', midnight + DAY))
})

test('it is good for thirty days, and on a server whose clock is behind', () => {
  const token = dayToken(KEY, 'article', NOW)
  expect(isDayToken(KEY, token, 'article', NOW - DAY)).toBe(true)
  expect(isDayToken(KEY, token, 'article', NOW)).toBe(true)
  expect(isDayToken(KEY, token, 'article', NOW + 30 * DAY)).toBe(true)
  expect(isDayToken(KEY, token, 'article', NOW + 31 * DAY)).toBe(false)
  expect(isDayToken(KEY, token, 'article', NOW - 2 * DAY)).toBe(false)
})

test('it is good for its own place and site', () => {
  const token = dayToken(KEY, 'article', NOW)
  expect(isDayToken(KEY, token, 'after', NOW)).toBe(false)
  expect(isDayToken(randomBytes(32), token, 'article', NOW)).toBe(false)
})

test('the token of a page for one reader says how old it is, for a day', () => {
  const token = freshToken(KEY, NOW)
  expect(ageOfFresh(KEY, token, NOW)).toBe(0)
  expect(ageOfFresh(KEY, token, NOW + 2_500)).toBe(2_500)
  expect(ageOfFresh(KEY, token, NOW + DAY)).toBeNull()
})

test('neither kind passes for the other', () => {
  expect(ageOfFresh(KEY, dayToken(KEY, 'article', NOW), NOW)).toBeNull()
  expect(isDayToken(KEY, freshToken(KEY, NOW), 'article', NOW)).toBe(false)
  expect(isDayToken(KEY, freshToken(KEY, NOW), 'now', NOW)).toBe(false)
})

test.each(['', 'x', '.', '..', 'now.0', `${'A'.repeat(22)}.article.0`, '\0', 'x'.repeat(600)])(
  '%j is none',
  (token) => {
    expect(isDayToken(KEY, token, 'article', NOW)).toBe(false)
    expect(ageOfFresh(KEY, token, NOW)).toBeNull()
  },
)
