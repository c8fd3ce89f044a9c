import { readToken, signToken } from './mac.ts'

const DAY = 86_400_000

/** Days that a form in a page may lie about: in a tab, or in the cache of someone who reads offline. */
const DAYS = 30

/** How long the form of its own page can be sent; milliseconds. */
const FRESH = DAY

/**
 * The token of a form in a page that is kept and shown to many: the same for a whole day, so that the page has the same
 * bytes and may be cached. It says that the form came from here, and little of when.
 * @param place which form; the token is good for no other
 * @param now milliseconds since the epoch; only its day in UTC counts
 */
export const dayToken = (key: Buffer, place: string, now: number): string =>
  signToken(key, 'form', `${place}.${Math.floor(now / DAY).toString(36)}`)

/** The token of a form in a page that is made for one reader. */
export const freshToken = (key: Buffer, now: number): string => signToken(key, 'form', `now.${now.toString(36)}`)

/** Whether a token is that of this place, from today or up to thirty days ago; clocks of servers may differ by a day. */
export function isDayToken(key: Buffer, token: string, place: string, now: number): boolean {
  const [made, day] = readToken(key, 'form', token)?.split('.') ?? []
  if (made !== place || made === 'now' || day === undefined) return false
  const age = Math.floor(now / DAY) - Number.parseInt(day, 36)
  return age >= -1 && age <= DAYS
}

/** How long ago a form was made for a reader, in milliseconds; null when the token is not such a one, or a day old. */
export function ageOfFresh(key: Buffer, token: string, now: number): number | null {
  const [made, time] = readToken(key, 'form', token)?.split('.') ?? []
  if (made !== 'now' || time === undefined) return null
  const age = now - Number.parseInt(time, 36)
  return age < FRESH ? age : null
}
