import type { ServerResponse } from 'node:http'

/** A document that has to be made anew by another route, with this status. */
export type Fault = 404 | 500

/** The routes that show a fault as a whole page. */
export const FAULT_ROUTES: Readonly<Record<Fault, string>> = { 404: '/_not-found', 500: '/fault' }

/**
 * Holds back what Next answers when a page is not found or throws: that document is empty until a script has run, and
 * our pages run none. Any other response passes through untouched.
 * @param onFault called in place of the end of such a response, with `response` as it was before anything was written
 */
export function holdBackFaults(response: ServerResponse, onFault: (fault: Fault) => void): void {
  const { writeHead, write, end, flushHeaders } = response
  const before = response.getHeaders()
  let held: Fault | null | undefined
  const judge = (status: number): boolean => {
    held ??= status === 404 ? 404 : status >= 500 ? 500 : null
    return held !== null
  }
  const restore = () => Object.assign(response, { writeHead, write, end, flushHeaders })
  Object.assign(response, {
    writeHead(status: number, ...rest: unknown[]) {
      if (judge(status)) return response
      return Reflect.apply(writeHead, response, [status, ...rest])
    },
    flushHeaders() {
      if (!judge(response.statusCode)) Reflect.apply(flushHeaders, response, [])
    },
    write(...args: unknown[]) {
      if (judge(response.statusCode)) return true
      return Reflect.apply(write, response, args)
    },
    end(...args: unknown[]) {
      if (!judge(response.statusCode) || held === null || held === undefined) return Reflect.apply(end, response, args)
      restore()
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      for (const [name, value] of Object.entries(before)) if (value !== undefined) response.setHeader(name, value)
      response.statusCode = 200
      onFault(held)
      return response
    },
  })
}

/** Makes whatever is written next go out with this status. */
export function forceStatus(response: ServerResponse, status: number): void {
  const { writeHead } = response
  Object.assign(response, {
    writeHead: (_: number, ...rest: unknown[]) => Reflect.apply(writeHead, response, [status, ...rest]),
  })
}
