import { startOfDay } from './zone.ts'

/**
 * A year, a month or a day of the publication's zone: `2022`, `2022-04`, `2022-04-02`. What is in another one begins
 * with it, and periods of one kind sort by time.
 */
export type Period = string

/** Moments from `start` on and before `end`, in milliseconds since the epoch. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** How many characters of a day its year and its month are. */
const [YEAR, MONTH] = [4, 7]

const WRITTEN = [/^\d{4}$/, /^\d{1,2}$/, /^\d{1,2}$/]

/** The beginning of its first day in UTC. */
const firstMidnight = (period: Period): number => Date.parse(`${`${period}-01-01`.slice(0, 10)}T00:00:00Z`)

/** The beginning of the first day after it, likewise. */
function nextMidnight(period: Period): number {
  const first = new Date(firstMidnight(period))
  if (period.length === YEAR) return first.setUTCFullYear(first.getUTCFullYear() + 1)
  return period.length === MONTH ? first.setUTCMonth(first.getUTCMonth() + 1) : first.setUTCDate(first.getUTCDate() + 1)
}

/**
 * The period that an address names.
 * @param parts a year and, if given, a month and a day of it as they are written: `2022`, `4`
 * @returns null for what the calendar does not have
 */
export function readPeriod(parts: readonly string[]): Period | null {
  if (parts.length > WRITTEN.length || !parts.every((part, at) => WRITTEN[at]?.test(part))) return null
  const period = parts.map((part) => part.padStart(2, '0')).join('-')
  const first = firstMidnight(period)
  // February 30 is read as a day of March, or as none at all.
  return !Number.isNaN(first) && new Date(first).toISOString().startsWith(period) ? period : null
}

/** The address of a period's page. */
export const hrefOf = (period: Period): string => `/archive/${period.replaceAll('-', '/')}`

/** The moments of a period. @param timeZone an IANA name */
export const rangeOf = (period: Period, timeZone: string): Range => ({
  start: startOfDay(firstMidnight(period), timeZone),
  end: startOfDay(nextMidnight(period), timeZone),
})

/** The periods that it is a part of, the longest first. */
export const around = (period: Period): Period[] =>
  [YEAR, MONTH].filter((length) => length < period.length).map((length) => period.slice(0, length))

/** The months of a year, or the days of a month. */
export function within(period: Period): Period[] {
  const days = (nextMidnight(period) - firstMidnight(period)) / (24 * 3600 * 1000)
  const count = period.length === YEAR ? 12 : days
  return Array.from({ length: count }, (_, before) => `${period}-${String(before + 1).padStart(2, '0')}`)
}

/** How many days of its week stand before the first day of a month. @param firstDay of a week, from 1 for Monday to 7 */
export const daysBefore = (month: Period, firstDay: number): number =>
  (new Date(firstMidnight(month)).getUTCDay() - firstDay + 7) % 7
