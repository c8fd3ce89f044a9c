import { expect, test } from 'vitest'
import { describeSchedule } from './schedule.ts'

/** Time formats have a narrow space before AM and PM, which is not what these tests are about. */
const inWords = (schedule: string, locale = 'en-US') => describeSchedule(schedule, locale).replaceAll('\u202f', ' ')

test.each([
  ['daily 06:30', 'Every day at 6:30 AM'],
  ['daily 00:00', 'Every day at 12:00 AM'],
  ['weekdays 18:05', 'Monday to Friday at 6:05 PM'],
  ['weekly sunday 08:00', 'Every Sunday at 8:00 AM'],
  ['weekly saturday 23:59', 'Every Saturday at 11:59 PM'],
])('%s reads “%s”', (schedule, words) => {
  expect(inWords(schedule)).toBe(words)
})

test('times are written as the locale has them', () => {
  expect(inWords('weekly monday 18:00', 'en-GB')).toBe('Every Monday at 18:00')
})
