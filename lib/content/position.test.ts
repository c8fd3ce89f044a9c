import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPosition, writePosition } from './position.ts'

const SLUG = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/)

test('a position is written with its time in UTC to the second', () => {
  const published = Date.parse('2022-04-02T05:15:00-04:00')
  expect(writePosition({ published, slug: 'a-story' })).toBe('2022-04-02-091500-a-story')
})

test('thousandths of a second are written where there are any', () => {
  const published = Date.parse('2022-04-02T09:15:00.070Z')
  expect(writePosition({ published, slug: '123' })).toBe('2022-04-02-091500070-123')
})

test('every position is read as it was written, from an address that needs no escapes', () => {
  const time = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(time, SLUG, (published, slug) => {
      const position = { published: published.getTime(), slug }
      const written = writePosition(position)
      expect(encodeURIComponent(written)).toBe(written)
      expect(readPosition(written)).toEqual(position)
    }),
  )
})

test.each([
  '',
  '2',
  '2022-04-02',
  '2022-04-02-091500',
  '2022-04-02-091500-',
  '2022-04-02-091500-A-story',
  '2022-04-02-091500-a--story',
  '2022-04-02-0915-a-story',
  '2022-04-02-091500000-a-story',
  '2022-04-02-240000-a-story',
  '2022-02-30-091500-a-story',
  '2022-13-01-091500-a-story',
  '+02022-04-02-091500-a-story',
  ' 2022-04-02-091500-a-story',
  '2022-04-02-091500-a-story\n',
  '2022-04-02-091500-a-story,2022-04-02-091500-a-story',
])('%j is no position', (written) => {
  expect(readPosition(written)).toBeNull()
})

test('whatever an address holds is read without an error', () => {
  fc.assert(fc.property(fc.string(), (written) => void readPosition(written)))
})
