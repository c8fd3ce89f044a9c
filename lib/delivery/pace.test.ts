import { expect, test } from 'vitest'
import { Pace } from './pace.ts'

const NOW = Date.UTC(2026, 10, 23)

test('a network may ask so often within a while, and again after it', () => {
  const pace = new Pace({ most: 2, seconds: 60 })
  const enter = (seconds: number) => pace.enter('203.0.113', NOW + seconds * 1000)
  expect([enter(0), enter(1), enter(2), enter(59), enter(60), enter(61), enter(62)]).toEqual([
    null,
    null,
    60,
    60,
    null,
    null,
    60,
  ])
})

test('one that asks too often keeps no other from asking', () => {
  const pace = new Pace({ most: 1, seconds: 60 })
  for (let i = 0; i < 1000; i++) pace.enter('203.0.113', NOW)
  expect(pace.enter('198.51.100', NOW)).toBeNull()
  expect(pace.enter('203.0.113', NOW)).toBe(60)
})
