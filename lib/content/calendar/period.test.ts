import { expect, test } from 'vitest'
import { around, daysBefore, hrefOf, rangeOf, readPeriod, within } from './period.ts'

test.each([
  ['2022', '2022'],
  ['2022/04', '2022-04'],
  ['2022/4', '2022-04'],
  ['2022/04/02', '2022-04-02'],
  ['2022/4/2', '2022-04-02'],
  ['2024/02/29', '2024-02-29'],
  ['0001', '0001'],
  ['9999/12/31', '9999-12-31'],
])('%s names a period', (written, period) => {
  expect(readPeriod(written.split('/'))).toBe(period)
})

test.each([
  ...['22', '02022', '2022/00', '2022/13', '2022/004', '2022/02/30', '2023/02/29', '2022/04/00', '2022/04/31'],
  ...['', '2022/', '2022/ap', '٢٠٢٢', '-2022', '2022/04/02/01', '2022/4.', '1e3', '2022/+4', '2022\n'],
])('%j names none', (written) => {
  expect(readPeriod(written.split('/'))).toBeNull()
})

test('a period lasts from its first day to the first day after it, in its zone', () => {
  const shown = (period: string, zone: string) =>
    Object.values(rangeOf(period, zone)).map((ms) => new Date(ms).toISOString())
  expect(shown('2022-03', 'America/New_York')).toEqual(['2022-03-01T05:00:00.000Z', '2022-04-01T04:00:00.000Z'])
  expect(shown('2022', 'Europe/London')).toEqual(['2022-01-01T00:00:00.000Z', '2023-01-01T00:00:00.000Z'])
  expect(shown('2022-03-27', 'Europe/London')).toEqual(['2022-03-27T00:00:00.000Z', '2022-03-27T23:00:00.000Z'])
  expect(shown('2022-12', 'UTC')).toEqual(['2022-12-01T00:00:00.000Z', '2023-01-01T00:00:00.000Z'])
})

test('a day that a zone left out has no moment', () => {
  const { start, end } = rangeOf('2011-12-30', 'Pacific/Apia')
  expect(end - start).toBe(0)
})

test('the days of a month are a whole month in any zone, and each begins where the last one ends', () => {
  for (const zone of ['America/New_York', 'Europe/London', 'Pacific/Apia', 'America/Sao_Paulo']) {
    for (const month of within('2011')) {
      const days = within(month).map((day) => rangeOf(day, zone))
      expect(days.slice(1).map(({ start }) => start)).toEqual(days.slice(0, -1).map(({ end }) => end))
      expect({ start: days[0]?.start, end: days.at(-1)?.end }).toEqual(rangeOf(month, zone))
    }
  }
})

test('a year has twelve months, a month its days', () => {
  expect(within('2022')).toHaveLength(12)
  expect(within('2022')[3]).toBe('2022-04')
  expect(['2022-02', '2024-02', '2022-04', '2022-12'].map((month) => within(month).length)).toEqual([28, 29, 30, 31])
  expect(within('2022-04').at(-1)).toBe('2022-04-30')
})

test('a day is in a month and a year, which have addresses', () => {
  expect(around('2022-04-02')).toEqual(['2022', '2022-04'])
  expect(around('2022-04')).toEqual(['2022'])
  expect(around('2022')).toEqual([])
  expect(['2022', '2022-04', '2022-04-02'].map(hrefOf)).toEqual([
    '/archive/2022',
    '/archive/2022/04',
    '/archive/2022/04/02',
  ])
})

test('April 2022 begins on a Friday', () => {
  expect([7, 1, 5, 6].map((firstDay) => daysBefore('2022-04', firstDay))).toEqual([5, 4, 0, 6])
})
