const DAY = 24 * 3600 * 1000

/** Further than any zone has ever been from UTC, and a day. */
const FAR = 42 * 3600 * 1000

/** What a zone's clocks show, to the second. */
export const CLOCK = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const satisfies Intl.DateTimeFormatOptions

/** A zone's clocks, and how far they were from UTC at some midnights of UTC. */
interface Clock {
  readonly format: Intl.DateTimeFormat
  readonly offsets: Map<number, number>
}

/** Midnights that are remembered: those of forty years, since an archive asks for them again and again. */
const MOST_OFFSETS = 15_000

// Making a formatter costs more than a thousand uses of it; a process meets one or two zones.
const clocks = new Map<string, Clock>()

function clockOf(timeZone: string): Clock {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = { format: new Intl.DateTimeFormat('en-US', { ...CLOCK, timeZone }), offsets: new Map<number, number>() }
  clocks.set(timeZone, made)
  return made
}

/** What a zone's clocks show at a moment, to the second, as the moment at which those of UTC show the same. */
function shownAt(ms: number, { format }: Clock): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of format.formatToParts(ms)) parts[type] = value
  const shown = new Date(0)
  shown.setUTCFullYear(Number(parts.year), Number(parts.month) - 1, Number(parts.day))
  return shown.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second))
}

function offsetAt(midnight: number, clock: Clock): number {
  const known = clock.offsets.get(midnight)
  if (known !== undefined) return known
  const offset = shownAt(midnight, clock) - midnight
  if (clock.offsets.size >= MOST_OFFSETS) clock.offsets.clear()
  clock.offsets.set(midnight, offset)
  return offset
}

/**
 * The day of a moment in a zone, in the Gregorian calendar: `2022-04-02`.
 * @param ms milliseconds since the epoch
 * @param timeZone an IANA name
 */
export const dayAt = (ms: number, timeZone: string): string =>
  new Date(shownIn(ms, timeZone)).toISOString().slice(0, 10)

/**
 * What a zone's clocks show at a moment, to the second, as the moment at which those of UTC show the same.
 * @param ms milliseconds since the epoch
 * @param timeZone an IANA name
 */
export const shownIn = (ms: number, timeZone: string): number => shownAt(ms, clockOf(timeZone))

/**
 * When a day begins in a zone: the first moment at which its clocks show that day or a later one. That is not always
 * midnight, and a day that a zone left out begins when the next one does. (In an hour that a zone's clocks ran through
 * twice around midnight, as those of St. John's did each autumn until 2011, the second run belongs to the later day.)
 * @param midnight the beginning of that day in UTC, in milliseconds since the epoch
 * @param timeZone an IANA name
 * @returns milliseconds since the epoch
 * @see https://www.iana.org/time-zones
 */
export function startOfDay(midnight: number, timeZone: string): number {
  const clock = clockOf(timeZone)
  const offset = offsetAt(midnight - DAY, clock)
  // Most days: the clocks are not changed anywhere near.
  if (offset === offsetAt(midnight + DAY, clock)) return midnight - offset
  let [early, late] = [midnight - FAR, midnight + FAR]
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (shownAt(middle, clock) < midnight) early = middle
    else late = middle
  }
  return late
}
