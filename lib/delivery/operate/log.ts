import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { type Logger, pino } from 'pino'
import type { LogLevel } from '../../settings.ts'

/** JSON lines on standard output. Headers are never logged: they hold what is secret. */
export const createLog = (level: LogLevel): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } })

/** What a proxy's id may look like; anything else could be made to break a log or a header. */
const WELL_FORMED = /^[\w.-]{8,128}$/

/** The id that a request goes by in logs: the proxy's when there is one to trust, else a new one. */
export function requestId(headers: IncomingHttpHeaders, { trustProxy }: { readonly trustProxy: boolean }): string {
  const given = trustProxy ? headers['x-request-id'] : undefined
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID()
}

/** As much of what a client sent as a log line should hold. */
export const excerpt = (text: string | undefined): string => (text ?? '').slice(0, 200)
