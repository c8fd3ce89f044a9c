/** Tells when a day is over. */
export interface Calendar {
  /** Whether another day has begun since the last time this was asked; `now` in milliseconds since the epoch. */
  turned(now: number): boolean
}

/** The days of a time zone, by its IANA name; of UTC while none is known. */
export function calendarOf(timeZone: string | null): Calendar {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timeZone ?? 'UTC', dateStyle: 'short' })
  let day: string | null = null
  return {
    turned(now) {
      const today = format.format(now)
      const isOther = day !== null && day !== today
      day = today
      return isOther
    },
  }
}
