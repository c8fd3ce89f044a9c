import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import next from 'next'
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

function withFaultPages(handle: Handler): RequestListener {
  return (request, response) => {
    if (isDocument(request)) {
      holdBackFaults(response, (fault: Fault) => {
        request.url = FAULT_ROUTES[fault]
        forceStatus(response, fault)
        run(handle, request, response)
      })
    }
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
