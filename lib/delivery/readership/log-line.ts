/** A request as a line of a log tells of it. */
export interface Logged {
  /** Where it came from: an address, or a name that the log has in its place. */
  readonly address: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly method: string
  /** What was asked for, as the client wrote it. */
  readonly target: string
  readonly status: number
  readonly userAgent: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Host, two names, [time], "request", status, bytes, "referrer", "user agent"; anything may follow. */
const LINE =
  /^(\S+) [^[]*\[([^\]]+)\] "([A-Z]+) (\S+)(?: [^"]*)?" (\d{3}) \S+ "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)"(?: |$)/

/** `10/Oct/2000:13:55:36 -0700` */
const TIME = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/

/**
 * Reads a line of a log in the Combined Log Format. Takes any string and never throws.
 * @param line without its end
 * @returns null for what is no such line
 * @see https://httpd.apache.org/docs/current/logs.html#combined
 */
export function readLogLine(line: string): Logged | null {
  const [, address, time, method, target, status, userAgent] = LINE.exec(line) ?? []
  const at = readTime(time ?? '')
  if (address === undefined || method === undefined || target === undefined || userAgent === undefined || at === null)
    return null
  return { address, at, method, target, status: Number(status), userAgent }
}

function readTime(text: string): number | null {
  const [, day, month = '', year, hour, minute, second, sign, hours, minutes] = TIME.exec(text) ?? []
  const which = MONTHS.indexOf(month)
  if (which === -1) return null
  const local = Date.UTC(Number(year), which, Number(day), Number(hour), Number(minute), Number(second))
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000
  return sign === '-' ? local + ahead : local - ahead
}
