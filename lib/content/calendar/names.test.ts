import { expect, test } from 'vitest'
import { hourOf, nameOf, weekdays } from './names.ts'

test('periods have names in the language of the publication', () => {
  const periods = ['2022', '2022-04', '2022-04-02']
  expect(periods.map((period) => nameOf(period, 'en-US'))).toEqual(['2022', 'April 2022', 'April 2, 2022'])
  expect(periods.map((period) => nameOf(period, 'en-GB', 'long'))).toEqual(['2022', 'April', 'Saturday 2 April'])
  expect(periods.map((period) => nameOf(period, 'de', 'short'))).toEqual(['2022', 'Apr', '2'])
})

test('years are those of the address where people count others', () => {
  expect(nameOf('2022', 'th-TH')).toContain('2022')
  expect(nameOf('2022-04', 'fa-IR-u-nu-latn')).toContain('2022')
})

test('a week begins as it does where the publication is read', () => {
  expect(weekdays('en-US').map(({ short }) => short)).toEqual(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'])
  expect(weekdays('en-GB').at(0)).toEqual({ long: 'Monday', short: 'Mon' })
})

test('the time of day is that of the publication', () => {
  const moment = Date.parse('2022-04-02T19:04:00Z')
  expect(hourOf(moment, { locale: 'en-US', timeZone: 'America/New_York' })).toMatch(/^3:04\sPM$/)
  expect(hourOf(moment, { locale: 'en-GB', timeZone: 'Europe/London' })).toBe('20:04')
})
