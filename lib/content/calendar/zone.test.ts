import { expect, test } from 'vitest'
import { dayAt, startOfDay } from './zone.ts'

const startOf = (day: string, zone: string) => new Date(startOfDay(Date.parse(`${day}T00:00Z`), zone)).toISOString()

test.each([
  ['UTC', '2022-04-02', '2022-04-02T00:00:00.000Z'],
  ['America/New_York', '2022-04-02', '2022-04-02T04:00:00.000Z'],
  ['America/New_York', '2022-03-13', '2022-03-13T05:00:00.000Z'],
  ['America/New_York', '2022-03-14', '2022-03-14T04:00:00.000Z'],
  ['America/New_York', '2022-11-06', '2022-11-06T04:00:00.000Z'],
  ['America/New_York', '2022-11-07', '2022-11-07T05:00:00.000Z'],
  ['Europe/London', '2022-03-27', '2022-03-27T00:00:00.000Z'],
  ['Europe/London', '2022-03-28', '2022-03-27T23:00:00.000Z'],
  ['Europe/London', '2022-10-30', '2022-10-29T23:00:00.000Z'],
  ['Europe/London', '2022-10-31', '2022-10-31T00:00:00.000Z'],
  ['Asia/Kathmandu', '2022-04-02', '2022-04-01T18:15:00.000Z'],
  ['Pacific/Kiritimati', '2022-04-02', '2022-04-01T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2022-04-02', '2022-04-02T11:00:00.000Z'],
])('in %s the day %s begins at %s', (zone, day, moment) => {
  expect(startOf(day, zone)).toBe(moment)
})

test('a day whose midnight was left out begins at one', () => {
  expect(startOf('2017-10-15', 'America/Sao_Paulo')).toBe('2017-10-15T03:00:00.000Z')
  expect(dayAt(Date.parse('2017-10-15T02:59:59.999Z'), 'America/Sao_Paulo')).toBe('2017-10-14')
})

test('of two midnights the first begins the day', () => {
  expect(startOf('2022-11-06', 'America/Havana')).toBe('2022-11-06T04:00:00.000Z')
})

test('a day whose last hour came twice ends after the second', () => {
  expect(startOf('2018-02-18', 'America/Sao_Paulo')).toBe('2018-02-18T03:00:00.000Z')
  expect(dayAt(Date.parse('2018-02-18T02:59:59Z'), 'America/Sao_Paulo')).toBe('2018-02-17')
})

test('a day that a zone left out begins when the next one does', () => {
  expect(startOf('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z')
  expect(startOf('2011-12-31', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z')
  expect(dayAt(Date.parse('2011-12-30T09:59:59.999Z'), 'Pacific/Apia')).toBe('2011-12-29')
  expect(dayAt(Date.parse('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31')
})

test.each(['America/New_York', 'Europe/London', 'Pacific/Apia', 'Africa/Casablanca', 'Australia/Lord_Howe'])(
  'in %s every day from 2010 to 2013 begins with its own first moment',
  (zone) => {
    for (let midnight = Date.UTC(2010, 0, 1); midnight < Date.UTC(2013, 0, 1); midnight += 24 * 3600 * 1000) {
      const start = startOfDay(midnight, zone)
      const day = new Date(midnight).toISOString().slice(0, 10)
      expect(dayAt(start - 1, zone) < day && dayAt(start, zone) >= day, day).toBe(true)
    }
  },
)

test('days of the first and the last years that four digits can name have their place', () => {
  expect(startOf('0001-01-02', 'UTC')).toBe('0001-01-02T00:00:00.000Z')
  expect(startOfDay(Date.UTC(10_000, 0, 1), 'America/New_York')).toBe(Date.UTC(10_000, 0, 1, 5))
})
