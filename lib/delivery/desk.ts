import type { IncomingMessage, ServerResponse } from 'node:http'
import { FORMS_PER_MINUTE } from '../newsletter/settings.ts'
import { withCaller } from '../newsletter/signup/caller.ts'
import { Page } from './cache/page.ts'
import { type Exchange, sendPage } from './exchange.ts'
import type { Address } from './http/address.ts'
import { preferredEncoding } from './http/encoding.ts'
import { sendPlain } from './http/plain.ts'
import { ONE_CLICK, PRIVATE_HEADERS } from './http/private.ts'
import { readBody, TooLarge } from './operate/body.ts'
import { Pace } from './pace.ts'
import { clientAddress, originOf } from './readership/network.ts'
import { type Captured, capture, type Handler } from './render/capture.ts'
import { Gate, Overrun } from './render/gate.ts'
import type { Renderer } from './render/renderer.ts'

type PrivateAddress = Extract<Address, { type: 'private' }>

export interface DeskOptions {
  readonly handle: Handler
  readonly render: Renderer['render']
  /** Whether to believe what a proxy says of the client. */
  readonly trustProxy: boolean
  /** Forms that are taken from one network in a minute; see `FORMS_PER_MINUTE`. */
  readonly formsPerMinute?: number | undefined
  readonly showMissing: (exchange: Exchange) => Promise<void>
  readonly showFault: (exchange: Exchange, path: string, error: Error) => Promise<void>
}

/** In bytes. An address, a token and the names of newsletters take a few hundred. */
const MOST_BODY = 64 * 1024

/** Clients that are sending at once, so that bodies take 16 MB at most, and how long one may take: nobody types here. */
const SENDING = { atOnce: 256, waiting: 0, milliseconds: 10_000 }

/** Forms are answered in a few milliseconds each; two at once leave readers of pages their share of the processor. */
const ANSWERING = { atOnce: 2, waiting: 100, milliseconds: 10_000 }

/** All that those who take forms need to know of a request beside its body. */
const PASSED = ['content-type', 'origin', 'sec-fetch-site']

/** What they may say in headers. */
const KEPT = ['content-type', 'location', 'retry-after']

/**
 * Answers at the addresses that are between one reader and the site: pages that are rendered anew each time, and forms.
 * Nothing is kept, and a flood of either is shed as a flood of pages is.
 * @returns a function that takes a private address, by a method that it allows
 */
export function createDesk({
  handle,
  render,
  trustProxy,
  formsPerMinute = FORMS_PER_MINUTE,
  showMissing,
  showFault,
}: DeskOptions) {
  const sending = new Gate(SENDING)
  const answering = new Gate(ANSWERING)
  const forms = new Pace({ most: formsPerMinute, seconds: 60 })

  async function showPage(exchange: Exchange, url: string): Promise<void> {
    const { request, response, secure } = exchange
    const found = await render(url, { known: false, onBegin() {} })
    if (found.type === 'missing') return showMissing(exchange)
    if (found.type === 'moved') {
      const headers = { ...PRIVATE_HEADERS, location: found.location }
      return sendPlain(response, found.status, 'The page is at another address.', headers)
    }
    const own = found.parts.headers.filter(([name]) => PRIVATE_HEADERS[name] === undefined)
    const page = new Page({ ...found.parts, headers: [...own, ...Object.entries(PRIVATE_HEADERS)] }, new Date())
    const encoding = preferredEncoding(request.headers['accept-encoding'])
    sendPage(request, response, secure, page, await page.represent(encoding))
  }

  async function takeForm({ request, response }: Exchange, { path, url }: PrivateAddress): Promise<void> {
    const caller = callerOf(request)
    // Mail programs unsubscribe for all their users from a few networks.
    const wait = path === ONE_CLICK ? null : forms.enter(caller.network, Date.now())
    if (wait !== null) {
      const headers = { ...PRIVATE_HEADERS, 'retry-after': String(wait), connection: 'close' }
      return sendPlain(response, 429, 'Too many forms came from your network. Try again in a minute.', headers)
    }
    const body = await sending.run(() => readBody(request, MOST_BODY))
    const headers = Object.fromEntries(
      PASSED.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, String(request.headers[name])]])),
    )
    const question = { method: 'POST', url, headers, body } as const
    const answer = await answering.run((signal) => withCaller(caller, () => capture(handle, question, signal)))
    if (answer.status >= 500) throw new Error(`The form was answered with status ${answer.status}.`)
    pass(response, answer)
  }

  function callerOf({ headers, socket }: IncomingMessage) {
    const forwarded = trustProxy ? headers['x-forwarded-for'] : undefined
    return originOf(clientAddress(socket.remoteAddress ?? '', forwarded && String(forwarded)))
  }

  return async (exchange: Exchange, address: PrivateAddress): Promise<void> => {
    const { request, response } = exchange
    try {
      await (request.method === 'POST' ? takeForm(exchange, address) : showPage(exchange, address.url))
    } catch (error) {
      const close = { ...PRIVATE_HEADERS, connection: 'close' }
      if (error instanceof TooLarge) return sendPlain(response, 413, error.message, close)
      if (error instanceof Overrun && !request.complete) return sendPlain(response, 408, error.message, close)
      await showFault(exchange, address.path, error as Error)
    }
  }
}

function pass(response: ServerResponse, { status, headers, body }: Captured): void {
  const kept = KEPT.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]]))
  response.writeHead(status, { 'content-length': body.length, ...PRIVATE_HEADERS, ...Object.fromEntries(kept) })
  response.end(body)
}
