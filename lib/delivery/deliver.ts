import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { CACHE_CONTROL } from './cache/lifetimes.ts'
import { Pages } from './cache/pages.ts'
import { createDesk } from './desk.ts'
import { type Exchange, redirect, sendPage } from './exchange.ts'
import { FAULT_ROUTES } from './faults.ts'
import { type Address, readAddress } from './http/address.ts'
import { preferredEncoding } from './http/encoding.ts'
import { prefersMarkdown } from './http/negotiation.ts'
import { sendPlain } from './http/plain.ts'
import { methodsOf } from './http/private.ts'
import { securityHeaders } from './http/security.ts'
import { excerpt, requestId } from './operate/log.ts'
import { Counts, createMetrics, type Sources } from './operate/metrics.ts'
import { createOperations, HOOK } from './operations.ts'
import type { Counting } from './readership/counting.ts'
import type { Handler } from './render/capture.ts'
import type { GateLimits } from './render/gate.ts'
import { createRenderer } from './render/renderer.ts'
import { createShow, type ShowOptions } from './show.ts'

type Serve<Rest extends unknown[]> = (
  request: IncomingMessage,
  response: ServerResponse,
  ...rest: Rest
) => Promise<void>

/** What is served from disk, each by its own rules. */
interface Files {
  readonly media: Serve<[src: string, version: string | null]>
  readonly asset: Serve<[path: string]>
  readonly image: Serve<[url: string]>
  readonly share: Serve<[url: string]>
}

export interface DeliveryOptions {
  /** Renders pages and answers what only Next knows. */
  readonly handle: Handler
  readonly files: Files
  readonly log: Logger
  /** Whether to believe what a proxy says of the client. */
  readonly trustProxy: boolean
  /** Forms that are taken from one network in a minute; see `createDesk`. */
  readonly formsPerMinute?: number
  readonly pageCacheBytes: number
  readonly metricsToken: string | null
  /** Published articles, for the figures. */
  readonly articles: () => Promise<number>
  /** What others have been told of changes, for the figures; without it nobody is told. */
  readonly announced?: Sources['announced']
  /** What became of newsletters, for the figures; without it there are none. */
  readonly newsletters?: Sources['newsletters']
  /** What counts who reads stories; without it nobody does. */
  readonly readers?: Pick<Counting, 'sent' | 'views'>
  /** Whether all content has been read; until then a page that is missing may only be late. */
  readonly complete: () => boolean
  readonly renders?: GateLimits
}

export interface Delivery {
  readonly listener: RequestListener
  /** Tells that what these keys name has changed; `null` is everything. */
  change(keys: ReadonlySet<string> | null): void
  /** Tells how many milliseconds a change took to get here. */
  published(milliseconds: number): void
  /** Renders the pages that faults show, so that they are there when one comes. */
  warm(): Promise<void>
}

/** Answers requests: from memory where it can, by rendering where it must. */
export function createDelivery({ handle, files, log, trustProxy, ...options }: DeliveryOptions): Delivery {
  const counts = new Counts()
  const renderer = createRenderer({
    handle,
    limits: options.renders,
    counts,
    log,
    observe: (seconds) => metrics.observeRender(seconds),
  })
  const pages = new Pages({
    render: renderer.render,
    maxBytes: options.pageCacheBytes,
    clock: () => performance.now(),
    now: () => Date.now(),
    onStale: (url, error) => log.warn({ url, why: error.message }, 'The last good page is shown: a rendering failed.'),
  })
  const { articles, announced, newsletters, readers } = options
  const sent: ShowOptions['sent'] = readers?.sent ?? (() => {})
  const metrics = createMetrics({
    counts,
    cache: pages,
    lost: renderer.lost,
    articles,
    ...(announced && { announced }),
    ...(newsletters && { newsletters }),
    ...(readers && { views: readers.views }),
  })
  const { show, ...instead } = createShow({ pages, counts, log, complete: options.complete, sent })
  const serveDesk = createDesk({
    handle,
    render: renderer.render,
    trustProxy,
    formsPerMinute: options.formsPerMinute,
    ...instead,
  })
  const operate = createOperations({ handle, metrics, metricsToken: options.metricsToken })

  const isSecure = ({ headers }: IncomingMessage) => trustProxy && headers['x-forwarded-proto'] === 'https'

  /** The short way: pages in memory, by nothing but their address, without reading it. */
  const listener: RequestListener = (request, response) => {
    const { method, url = '' } = request
    if (method === 'GET' || method === 'HEAD') {
      const page = pages.fresh(url)
      const ready = page?.ready(preferredEncoding(request.headers['accept-encoding']))
      // Pages that show faults are kept under addresses of their own, which are none of readers.
      const asIs = page?.markdown === null || !prefersMarkdown(request.headers.accept)
      if (page?.status === 200 && ready && asIs) {
        sendPage(request, response, isSecure(request), page, ready)
        counts.response(response.statusCode)
        sent(request, page)
        return
      }
    }
    const exchange = { request, response, id: requestId(request.headers, { trustProxy }), secure: isSecure(request) }
    begin(exchange)
    answer(exchange).catch((error: Error) => fail(exchange, error))
  }

  /** Sets what every response carries; counts and logs how it ends. */
  function begin({ request, response, id, secure }: Exchange): void {
    for (const [name, value] of securityHeaders({ secure })) response.setHeader(name, value)
    response.setHeader('x-request-id', id)
    const began = performance.now()
    response.once('close', () => {
      const { statusCode: status } = response
      if (response.headersSent) counts.response(status)
      const milliseconds = Math.round(performance.now() - began)
      log.debug({ id, method: request.method, url: excerpt(request.url), status, milliseconds }, 'request')
    })
  }

  async function answer(exchange: Exchange): Promise<void> {
    const { request, response } = exchange
    const address = readAddress(request.url ?? '')
    const allowed = allowedAt(address)
    if (!allowed.split(', ').includes(request.method ?? '')) {
      // Whatever body comes with it is not waited for.
      const headers = { allow: allowed, connection: 'close' }
      return sendPlain(response, 405, `This address can be asked by ${allowed} only.`, headers)
    }
    switch (address.type) {
      case 'page':
        return show(exchange, address.url)
      case 'private':
        return serveDesk(exchange, address)
      case 'media':
        return files.media(request, response, address.src, address.version)
      case 'asset':
        return files.asset(request, response, address.path)
      case 'image':
        return files.image(request, response, address.url)
      case 'share':
        return files.share(request, response, address.url)
      case 'operation':
        return operate(request, response, address.path)
      case 'redirect':
        return redirectStraight(response, address.location)
      case 'malformed':
        return sendPlain(response, 400, 'This address cannot be read.')
      case 'too-long':
        return sendPlain(response, 414, 'This address is too long.')
    }
  }

  /** Leads to the right way to write an address, or to where what was there has moved: never to another redirect. */
  async function redirectStraight(response: ServerResponse, location: string): Promise<void> {
    const next = readAddress(location)
    const found = next.type === 'page' ? await pages.get(next.url).catch(() => null) : null
    if (next.type === 'private') redirect(response, 308, location, CACHE_CONTROL.none)
    else if (found?.type === 'moved') redirect(response, found.status, found.location, CACHE_CONTROL.moved)
    else redirect(response, 308, location, CACHE_CONTROL.canonical)
  }

  /** The last resort, when not even the page for faults can be made. */
  function fail({ request, response, id }: Exchange, error: Error): void {
    // A client that goes away in the middle of what it sends is no fault of the site's, and would fill the log with them.
    if (request.socket.destroyed) return void log.debug({ id, why: error.message }, 'The client went away.')
    log.error({ id, method: request.method, url: excerpt(request.url), error: error.stack }, 'The request failed.')
    sendPlain(response, 500, 'This page could not be made. Try again in a minute.')
  }

  return {
    listener,
    change: (keys) => pages.change(keys),
    published: (milliseconds) => metrics.observePublish(milliseconds / 1000),
    async warm() {
      await Promise.allSettled(Object.values(FAULT_ROUTES).map((url) => pages.get(url)))
    },
  }
}

/** How an address may be asked, as the `Allow` header says it. */
function allowedAt(address: Address): string {
  if (address.type === 'private') return methodsOf(address.path)
  return address.type === 'operation' && address.path === HOOK ? 'POST' : 'GET, HEAD'
}
