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

/** The path of a private address, however it was written; see `http/private.ts`. What follows it is a secret. */
const PRIVATE = /^(?:https?:\/\/[^/]*)?[/\\]*(?:un)?subscribe[a-z/-]*/i

/** As much of the target of a request as a log line should hold: of a private one, nothing that would open it. */
export function excerpt(target: string | undefined): string {
  const [secret] = PRIVATE.exec(decode(target ?? '')) ?? []
  return (secret ?? target ?? '').slice(0, 200)
}

/** Escapes of printable ASCII are enough here: nothing else can be in the path that is looked for. */
const decode = (text: string): string =>
  text.replace(/%([2-7][\da-f])/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))
