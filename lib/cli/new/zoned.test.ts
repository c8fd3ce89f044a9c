import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMoment } from '../../content/schema/values.ts'
import { zonedIso } from './zoned.ts'

const at = (iso: string, zone: string) => zonedIso(Date.parse(iso), zone)

test('a moment has the time and the offset of the zone', () => {
  expect(at('2026-11-23T01:30:05Z', 'America/New_York')).toBe('2026-11-22T20:30:05-05:00')
})

test('the offset follows the season', () => {
  expect(at('2026-07-01T12:00:00Z', 'America/New_York')).toBe('2026-07-01T08:00:00-04:00')
})

test('midnight is hour 00', () => {
  expect(at('2026-11-23T05:00:00Z', 'America/New_York')).toBe('2026-11-23T00:00:00-05:00')
})

test('half hours count', () => {
  expect(at('2026-11-22T20:00:00Z', 'Asia/Kolkata')).toBe('2026-11-23T01:30:00+05:30')
})

test('UTC has an offset of nothing', () => {
  expect(at('2026-11-23T05:00:00Z', 'UTC')).toBe('2026-11-23T05:00:00+00:00')
})

test('in every zone the check reads the same moment', () => {
  const seconds = fc.integer({ min: Date.parse('2020-01-01') / 1000, max: Date.parse('2060-01-01') / 1000 })
  fc.assert(
    fc.property(seconds, fc.constantFrom(...Intl.supportedValuesOf('timeZone')), (second, zone) => {
      expect(readMoment(zonedIso(second * 1000, zone))).toHaveProperty('ms', second * 1000)
    }),
  )
})
