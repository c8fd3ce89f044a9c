import { expect, test } from 'vitest'
import { Bucket } from './bucket.ts'

test('a second has no more places than it may, however many ask', () => {
  const bucket = new Bucket(50, () => 0)
  const waits = Array.from({ length: 500 }, () => bucket.take())
  for (let second = 0; second < 9; second++) {
    const within = waits.filter((wait) => wait > second * 1000 && wait <= (second + 1) * 1000)
    expect(within).toHaveLength(50)
  }
})

test('a few may go at once after a pause, and no more for a longer one', () => {
  let now = 0
  const bucket = new Bucket(50, () => now)
  const atOnce = () => Array.from({ length: 50 }, () => bucket.take()).filter((wait) => wait === 0).length
  expect(atOnce()).toBe(6)
  now = 3_600_000
  expect(atOnce()).toBe(6)
})
