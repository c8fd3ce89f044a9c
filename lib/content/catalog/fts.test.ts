import { expect, test } from 'vitest'
import { quoted } from './fts.ts'

test('nothing in a stem is syntax', () => {
  expect(quoted('station')).toBe('"station"')
  expect(quoted('space', 'race')).toBe('"space race"')
  expect(quoted('a" OR "b*')).toBe('"a"" OR ""b*"')
})
