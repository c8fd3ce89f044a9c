import { rangeOf } from '../../content/calendar/period.ts'
import { dayAt } from '../../content/calendar/zone.ts'
import { momentOf } from './wall-time.ts'

/** When an issue is due. */
export interface Slot {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** The day it is the issue of, in the publication's zone: `2026-11-23`. */
  readonly date: string
}

const DAY = 24 * 3600 * 1000
const HOUR = 3600 * 1000
const MINUTE = 60 * 1000

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const WEEKDAYS = [1, 2, 3, 4, 5]

/** Days that are looked at, one after another: two weeks, since a zone may leave out the very day of a week. */
const FAR = 15

/** What a schedule says: on which days of the week, from 0 for Sunday, and how long after midnight. */
interface Plan {
  readonly days: readonly number[]
  /** Milliseconds. */
  readonly time: number
}

const FORM = /^(?:(daily|weekdays)|weekly ([a-z]+)) (\d{2}):(\d{2})$/

function readSchedule(schedule: string): Plan {
  const [, often, day = '', hour, minute] = FORM.exec(schedule) ?? []
  const time = Number(hour) * HOUR + Number(minute) * MINUTE
  const days = often === 'daily' ? [0, ...WEEKDAYS, 6] : often === 'weekdays' ? WEEKDAYS : [WEEK.indexOf(day)]
  if (Number.isNaN(time) || days.includes(-1)) throw new RangeError(`"${schedule}" is no schedule`)
  return { days, time }
}

/**
 * The slot of a day, or null where the schedule has none, or the zone left the day out.
 * @param midnight the beginning of the day in UTC
 */
function slotOf({ days, time }: Plan, midnight: number, timeZone: string): Slot | null {
  const day = new Date(midnight)
  if (!days.includes(day.getUTCDay())) return null
  const date = day.toISOString().slice(0, 10)
  const { start, end } = rangeOf(date, timeZone)
  return start === end ? null : { at: momentOf(midnight + time, timeZone), date }
}

/** The first slot that will do, from a day on, forward or backward. */
function search(schedule: string, timeZone: string, now: number, step: 1 | -1, isRight: (at: number) => boolean): Slot {
  const plan = readSchedule(schedule)
  const today = Date.parse(`${dayAt(now, timeZone)}T00:00:00Z`)
  // A time that was left out before midnight is yesterday's, and comes today: so one day more.
  for (let far = -1; far <= FAR; far++) {
    const slot = slotOf(plan, today + far * step * DAY, timeZone)
    if (slot && isRight(slot.at)) return slot
  }
  throw new RangeError(`"${schedule}" has no slot near ${new Date(now).toISOString()} in ${timeZone}`)
}

/**
 * The latest slot of a schedule that has come. A time that clocks leave out is the first one behind the gap, one that they
 * show twice the first of both.
 * @param schedule as a newsletter's file gives it: `daily 06:30`, `weekdays 18:00`, `weekly sunday 08:00`
 * @param timeZone an IANA name: that of the publication
 * @param now milliseconds since the epoch
 * @throws {RangeError} for a schedule or a zone that cannot be, which no checked file has
 */
export const lastSlot = (schedule: string, timeZone: string, now: number): Slot =>
  search(schedule, timeZone, now, -1, (at) => at <= now)

/** The first slot of a schedule that has not come yet; see `lastSlot`. @throws {RangeError} likewise */
export const nextSlot = (schedule: string, timeZone: string, now: number): Slot =>
  search(schedule, timeZone, now, 1, (at) => at > now)

/** How long a schedule's issue covers at least where there was none before it, in milliseconds: a day or a week. */
export function periodBefore(schedule: string, { date }: Slot): number {
  const { days } = readSchedule(schedule)
  if (days.length === 1) return 7 * DAY
  const isMonday = new Date(`${date}T00:00:00Z`).getUTCDay() === 1
  return days === WEEKDAYS && isMonday ? 3 * DAY : DAY
}
