import { daysBefore } from '#lib/content/calendar/period.ts'

/**
 * The days of a month in weeks of seven places, null where a place belongs to another month.
 * @param month `2022-04`
 * @param firstDay of a week, from 1 for Monday to 7
 */
export function weeksOf<Day>(month: string, days: readonly Day[], firstDay: number): (Day | null)[][] {
  const before = daysBefore(month, firstDay)
  const weeks = Math.ceil((before + days.length) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => days[week * 7 + place - before] ?? null),
  )
}
