import { expect, test } from 'vitest'
import { moment } from '#tests/fixtures/stories.ts'
import { dayOf, formatCount, formatMoment, formatTime } from './format.ts'

const NEW_YORK = { locale: 'en-US', timeZone: 'America/New_York' }
const LONDON = { locale: 'en-GB', timeZone: 'Europe/London' }
// Newer versions of Unicode's data put a narrow space before AM and PM.
const plain = (text: string) => text.replace(/\u202f/g, ' ')

test('writes a moment in the zone of the publication and names the zone', () => {
  const written = moment('2022-04-02T19:04:00Z')
  expect(plain(formatMoment(written, 'moment', NEW_YORK))).toBe('April 2, 2022 at 3:04 PM EDT')
  expect(plain(formatMoment(written, 'moment', LONDON))).toBe('2 April 2022 at 20:04 BST')
})

test('follows the clocks in winter', () => {
  expect(plain(formatMoment(moment('2026-11-21T05:55:00-05:00'), 'moment', NEW_YORK))).toBe(
    'November 21, 2026 at 5:55 AM EST',
  )
})

test('takes the day from the zone of the publication, not from the file', () => {
  expect(formatMoment(moment('2026-11-22T01:30:00+00:00'), 'day', NEW_YORK)).toBe('November 21, 2026')
})

test('writes the day of a front with its weekday', () => {
  expect(formatTime(Date.parse('2026-11-23T12:00:00Z'), 'today', NEW_YORK)).toBe('Monday, November 23, 2026')
})

test('counts in words', () => {
  expect(formatCount(1, 'story', 'stories', NEW_YORK)).toBe('1 story')
  expect(formatCount(0, 'story', 'stories', NEW_YORK)).toBe('0 stories')
  expect(formatCount(1234, 'story', 'stories', NEW_YORK)).toBe('1,234 stories')
})

test('gives the day of a zone to machines', () => {
  expect(dayOf(Date.parse('2026-11-24T02:00:00Z'), 'America/New_York')).toBe('2026-11-23')
})
