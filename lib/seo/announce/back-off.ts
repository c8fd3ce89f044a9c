/** The pause after the first failure, and the longest of our own, in milliseconds. */
const FIRST = 10_000
const LONGEST = 3_600_000

/** A service that asks for more than this is waited for no longer, in milliseconds. */
const MOST_ASKED = 7 * 24 * 3_600_000

/**
 * How long to wait after so many failures in a row: twice as long each time, the half of it by chance, so that sites that
 * failed together do not come back together. Never less than the service asked for.
 * @param random at least 0, below 1
 * @param asked milliseconds, null when it asked for nothing
 * @returns milliseconds
 */
export function backOff(failures: number, random: number, asked: number | null): number {
  const own = Math.min(FIRST * 2 ** (failures - 1), LONGEST)
  return Math.max(own * (0.5 + random / 2), Math.min(asked ?? 0, MOST_ASKED))
}

/** A date as HTTP writes it; the older forms are sent by nobody any more. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * Reads how long a service asks to wait. Takes any text.
 * @param now milliseconds since the epoch
 * @returns milliseconds from now, or null when it does not say
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  const value = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const date = HTTP_DATE.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
