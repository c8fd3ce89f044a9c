import { type RequestListener, Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { securityHeaders } from '../http/security.ts'

/** How long clients may take, in milliseconds, and how much they may send. */
export interface ConnectionLimits {
  /** Until all headers are there. */
  readonly headers: number
  /** Until the whole request is there. */
  readonly request: number
  /** Between two requests. */
  readonly keepAlive: number
  /** Without a byte in either direction. */
  readonly idle: number
}

export const CONNECTION_LIMITS: ConnectionLimits = { headers: 10_000, request: 60_000, keepAlive: 10_000, idle: 60_000 }

/** Line of the request and all headers together. */
const MOST_HEADER_BYTES = 16 * 1024

/** How often it is looked whether a connection has become idle, while closing. */
const LOOK_EVERY = 50

/**
 * An HTTP server that slow and malformed clients cannot hold up: what takes too long is closed, what cannot be parsed is
 * answered and closed.
 */
export class BoundedServer extends Server {
  /** All connections, with the latest response of each. */
  readonly #open = new Map<Socket, ServerResponse | null>()

  constructor(listener: RequestListener, limits = CONNECTION_LIMITS) {
    super({
      maxHeaderSize: MOST_HEADER_BYTES,
      optimizeEmptyRequests: true,
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: Math.min(1000, limits.headers),
    })
    this.setTimeout(limits.idle)
    this.on('clientError', refuse)
    this.on('connection', (socket: Socket) => {
      this.#open.set(socket, null)
      socket.once('close', () => this.#open.delete(socket))
    })
    this.on('request', (request, response) => {
      this.#open.set(request.socket, response)
      listener(request, response)
    })
  }

  /**
   * Stops accepting, lets what runs finish, and closes what is left. Who has not finished asking is not waited for.
   * @param within milliseconds until connections are cut
   * @returns whether none that was being answered had to be cut
   */
  async closeGently(within: number): Promise<boolean> {
    let clean = true
    const closed = new Promise<void>((resolve) => this.close(() => resolve()))
    const closeIdle = () => {
      for (const [socket, response] of this.#open) if (response?.writableFinished ?? true) socket.destroySoon()
    }
    closeIdle()
    const look = setInterval(closeIdle, LOOK_EVERY)
    const cut = setTimeout(() => {
      clean = false
      this.closeAllConnections()
    }, within)
    await closed
    clearInterval(look)
    clearTimeout(cut)
    return clean
  }
}

const STATUS: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** There is no request to respond to: the answer is written out by hand. */
function refuse({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = STATUS[code] ?? 400
  const body = `${STATUS_CODES[status]}\n`
  const headers = [
    ['content-type', 'text/plain; charset=utf-8'],
    ['content-length', String(body.length)],
    ['cache-control', 'no-store'],
    ['connection', 'close'],
    ...securityHeaders({ secure: false }),
  ].map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('')}\r\n${body}`)
  // Time to read the answer; then the connection goes, whatever the client does.
  setTimeout(() => socket.destroy(), 1000).unref()
}
