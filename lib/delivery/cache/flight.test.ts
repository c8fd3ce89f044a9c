import { expect, test } from 'vitest'
import { Flight } from './flight.ts'

test('the first change of what was read puts it out of date', () => {
  const flight = new Flight()
  flight.note(1, new Set(['other']))
  flight.note(2, new Set(['k']))
  flight.note(3, new Set(['k']))
  expect(flight.staleSince(new Set(['k']))).toBe(2)
})

test('what nothing changed for stays right', () => {
  const flight = new Flight()
  flight.note(1, new Set(['other']))
  expect(flight.staleSince(new Set(['k']))).toBe(Number.POSITIVE_INFINITY)
})

test('a change of everything, and any change of who knows what was read, counts', () => {
  const flight = new Flight()
  flight.note(1, new Set(['other']))
  flight.note(2, null)
  expect(flight.staleSince(new Set())).toBe(2)
  expect(flight.staleSince(null)).toBe(1)
})

test('what changed before it began does not count', () => {
  const flight = new Flight()
  flight.note(1, null)
  flight.begin()
  expect(flight.staleSince(null)).toBe(Number.POSITIVE_INFINITY)
})
