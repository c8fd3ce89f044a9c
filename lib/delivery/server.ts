import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import next from 'next'
import { NEXT_REQUEST_META } from 'next/dist/server/request-meta.js'
import { FAULT_ROUTES, type Fault, forceStatus, holdBackFaults } from './faults.ts'

export interface ServeOptions {
  /** The project's folder, with a build in it. */
  readonly root: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
}

export interface Serving {
  /** Where the site is to be seen: `http://localhost:3000`. */
  readonly url: string
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>

/** Serves the built site. @throws when the port is taken or there is no build */
export async function serve({ root, host, port }: ServeOptions): Promise<Serving> {
  const app = next({ dev: false, dir: root, hostname: host, port })
  await app.prepare()
  const server = createServer(withFaultPages(app.getRequestHandler()))
  const taken = await listen(server, host, port)
  return {
    url: `http://${isLocal(host) ? 'localhost' : host}:${taken}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
      await app.close()
    },
  }
}

const isLocal = (host: string) => ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Documents are asked for by navigation; files and data get their own short answers. */
const isDocument = ({ method, url = '' }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && !/^\/(?:_next|media|dev|healthz)(?:\/|\?|$)/.test(url)

/** Whether the address can be decoded. Next takes one that cannot for a fault of the site. */
function isReadable({ url = '' }: IncomingMessage): boolean {
  try {
    decodeURIComponent(url.replace(/\?.*/s, ''))
    return true
  } catch {
    return false
  }
}

function withFaultPages(handle: Handler): RequestListener {
  return (request, response) => {
    const show = (fault: Fault) => {
      // Next notes on the request where it led, and would lead it there again.
      Reflect.deleteProperty(request, NEXT_REQUEST_META)
      request.url = FAULT_ROUTES[fault]
      forceStatus(response, fault)
      run(handle, request, response)
    }
    if (!isReadable(request)) return show(404)
    if (isDocument(request)) holdBackFaults(response, show)
    run(handle, request, response)
  }
}

/** The last resort, when not even the page for faults can be made. */
function run(handle: Handler, request: IncomingMessage, response: ServerResponse): void {
  handle(request, response).catch((error: unknown) => {
    console.error(
      `delivery: ${request.method} ${request.url} failed: ${error instanceof Error ? error.stack : String(error)}`,
    )
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('This page could not be made. Try again in a minute.\n')
  })
}
