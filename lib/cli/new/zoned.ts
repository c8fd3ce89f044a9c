import { CLOCK } from '../../content/calendar/zone.ts'

/**
 * A moment as people in a zone write it, with their offset from UTC: `2026-11-23T09:30:00-05:00`.
 * @param ms milliseconds since the epoch
 */
export function zonedIso(ms: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { ...CLOCK, timeZoneName: 'longOffset', timeZone }).formatToParts(ms)
  const { year, month, day, hour, minute, second, timeZoneName } = Object.fromEntries(
    parts.map(({ type, value }) => [type, value]),
  )
  // “GMT-05:00”, and “GMT” alone for UTC itself.
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${timeZoneName?.slice(3) || '+00:00'}`
}
