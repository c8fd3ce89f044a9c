import { expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'

test('a day is over at midnight in its zone, and that is told once', () => {
  const calendar = calendarOf('America/New_York')
  const asked = ['03:00', '04:59:59.999', '05:00', '05:01', '23:59'].map((time) => Date.parse(`2026-01-02T${time}Z`))
  expect(asked.map((now) => calendar.turned(now))).toEqual([false, false, true, false, false])
})

test('a day that was slept through, and a clock that was set back, are told of', () => {
  const calendar = calendarOf('America/New_York')
  const asked = ['2026-01-02T12:00Z', '2026-01-05T12:00Z', '2026-01-04T12:00Z'].map((time) => Date.parse(time))
  expect(asked.map((now) => calendar.turned(now))).toEqual([false, true, true])
})

test('days of 23 and of 25 hours are one day each', () => {
  const calendar = calendarOf('America/New_York')
  const turns = (from: string, hours: number) =>
    Array.from({ length: hours * 2 }, (_, half) => calendar.turned(Date.parse(from) + half * 1_800_000)).filter(Boolean)
      .length
  calendar.turned(Date.parse('2026-03-08T05:00:00Z'))
  expect(turns('2026-03-08T05:00:00Z', 23)).toBe(0)
  expect(turns('2026-03-09T04:00:00Z', 1)).toBe(1)
  calendar.turned(Date.parse('2026-11-01T04:00:00Z'))
  expect(turns('2026-11-01T04:00:00Z', 25)).toBe(0)
  expect(turns('2026-11-02T05:00:00Z', 1)).toBe(1)
})

test('without a zone the days are those of UTC', () => {
  const calendar = calendarOf(null)
  expect(['T23:59Z', 'T00:00Z'].map((time, n) => calendar.turned(Date.parse(`2026-01-0${n + 1}${time}`)))).toEqual([
    false,
    true,
  ])
})
