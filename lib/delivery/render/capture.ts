import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { excerpt } from '../operate/log.ts'

/** Answers requests: what Next's `getRequestHandler()` gives, or anything of its form. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>

/** What is asked of the handler. */
export interface Question {
  readonly method?: 'GET' | 'POST'
  /** Path and query. */
  readonly url: string
  /** By names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer
}

/** A whole response, kept in memory. */
export interface Captured {
  readonly status: number
  /** By names in lower case. */
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}

/** Every rendering asks in the same way, so that nothing of one reader's request gets into what all readers see. */
const HEADERS = { host: 'localhost', accept: '*/*', 'user-agent': 'Broadsheet' }

/**
 * Asks a handler with a request and a response of its own, and keeps what it answers.
 * @param signal when it aborts, the handler sees a client that went away, and the promise is kept waiting until the
 * handler comes back, if ever
 * @throws what the handler throws, the reason of an abort, or an Error when the response breaks off
 */
export function capture(handle: Handler, question: Question, signal?: AbortSignal): Promise<Captured> {
  const { method = 'GET', url, headers, body } = question
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method, url, httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1, complete: true })
  request.headers = { ...HEADERS, ...headers }
  if (body) request.push(body)
  request.push(null)
  const response = new Sink(request)
  return new Promise((resolve, reject) => {
    response.once('finish', () =>
      resolve({ status: response.statusCode, headers: response.getHeaders(), body: response.body }),
    )
    response.once('broken', reject)
    const handling = handle(request, response)
    handling.catch(reject)
    signal?.addEventListener('abort', () => {
      response.off('broken', reject).destroy()
      handling.then(() => reject(signal.reason), reject)
    })
  })
}

/** A response that goes nowhere: it tells its handler that all went out, and keeps it. */
class Sink extends ServerResponse {
  readonly #chunks: Buffer[] = []

  get body(): Buffer {
    return Buffer.concat(this.#chunks)
  }

  /** Headers given here and those set before end up in one place, `getHeaders()`. */
  override writeHead(status: number, ...rest: unknown[]): this {
    if (this.headersSent) return this
    const headers = rest.at(-1)
    if (Array.isArray(headers)) this.#setAll(headers.flat())
    else if (typeof headers === 'object' && headers !== null) this.#setAll(Object.entries(headers).flat())
    return super.writeHead(status)
  }

  #setAll(flat: readonly (string | string[])[]): void {
    for (let at = 0; at < flat.length; at += 2) this.setHeader(String(flat[at]), flat[at + 1] ?? '')
  }

  override flushHeaders(): void {
    this.writeHead(this.statusCode)
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.writeHead(this.statusCode)
    this.#keep(chunk, rest)
    return true
  }

  override end(...args: unknown[]): this {
    if (this.finished || this.destroyed) return this
    this.writeHead(this.statusCode)
    const [chunk, ...rest] = typeof args[0] === 'function' ? [undefined, ...args] : args
    this.#keep(chunk, rest)
    this.finished = true
    process.nextTick(() => {
      this.emit('finish')
      this.emit('close')
    })
    return this
  }

  #keep(chunk: unknown, rest: readonly unknown[]): void {
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk, rest[0] as BufferEncoding))
    // Copied: whoever wrote it may use its memory again.
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk))
    const done = rest.find((part) => typeof part === 'function')
    if (done) process.nextTick(done)
  }

  override destroy(error?: Error): this {
    if (this.finished || this.destroyed) return this
    this.destroyed = true
    this.emit('broken', error ?? new Error(`The response to ${excerpt(this.req.url)} broke off.`))
    this.emit('close')
    return this
  }
}
