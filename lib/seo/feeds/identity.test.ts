import { expect, test } from 'vitest'
import { permanentId } from './identity.ts'

// Made with Python: uuid.uuid5(uuid.NAMESPACE_URL, 'https://paper.example/station')
const STATION = 'urn:uuid:f4365144-8ea1-507f-94f5-e6da786509ab'

test('a story is known by the host and its first slug', () => {
  expect(permanentId('https://paper.example', 'station')).toBe(STATION)
  expect(permanentId('https://paper.example', 'moon')).not.toBe(STATION)
  expect(permanentId('https://other.example', 'station')).not.toBe(STATION)
})

test('it keeps its name when the site moves to TLS', () => {
  expect(permanentId('http://paper.example', 'station')).toBe(STATION)
})
