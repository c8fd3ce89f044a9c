import { shownIn } from '../../content/calendar/zone.ts'

const DAY = 24 * 3600 * 1000

/**
 * The moment at which a zone's clocks show a time. Of two such moments, as when clocks are set back, it is the first; of
 * a time that is left out, as when they are set forward, it is the first moment behind the gap.
 * @param wall the time, as the moment (milliseconds) at which clocks of UTC show it
 * @param timeZone an IANA name
 * @returns milliseconds since the epoch
 * @throws {RangeError} for a zone that there is not
 * @see https://www.iana.org/time-zones
 */
export function momentOf(wall: number, timeZone: string): number {
  const offsets = [wall - DAY, wall + DAY].map((near) => shownIn(near, timeZone) - near)
  const [first, last] = [wall - Math.max(...offsets), wall - Math.min(...offsets)]
  for (const moment of [first, last]) if (shownIn(moment, timeZone) === wall) return moment
  // Left out: clocks show an earlier time at `first` and a later one at `last`.
  let [early, late] = [first, last]
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (shownIn(middle, timeZone) < wall) early = middle
    else late = middle
  }
  return late
}
