import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { CACHE_CONTROL } from './cache/lifetimes.ts'
import type { Page } from './cache/page.ts'
import type { Answer, Pages } from './cache/pages.ts'
import { type Exchange, redirect, sendPage } from './exchange.ts'
import { FAULT_ROUTES, statusOfFault } from './faults.ts'
import { preferredEncoding } from './http/encoding.ts'
import { atPageAddress, prefersMarkdown } from './http/negotiation.ts'
import { sendPlain } from './http/plain.ts'
import type { Counts } from './operate/metrics.ts'
import { Overloaded } from './render/gate.ts'

export interface ShowOptions {
  readonly pages: Pages
  readonly counts: Counts
  readonly log: Logger
  /** Whether all content has been read. */
  readonly complete: () => boolean
  /** Told of each page that was sent. */
  readonly sent: (request: IncomingMessage, page: Page) => void
}

const BUSY = 'The site is busy. Try again in a few seconds.'

/**
 * Answers with the page at an address, or with the one that says what is wrong.
 * @returns functions that take normalised addresses; they throw when not even the page for faults can be made
 */
export function createShow({ pages, counts, log, complete, sent }: ShowOptions) {
  async function send({ request, response, secure }: Exchange, url: string, page: Page): Promise<void> {
    const encoding = preferredEncoding(request.headers['accept-encoding'])
    sendPage(request, response, secure, page, await pages.represent(url, page, encoding))
    sent(request, page)
  }

  /** The page, or its Markdown for who would rather have that; the page if there is none after all. */
  async function sendPreferred(exchange: Exchange, url: string, page: Page): Promise<void> {
    const { request, response, secure } = exchange
    const address = prefersMarkdown(request.headers.accept) ? page.markdown : null
    const found = address === null ? null : await pages.get(address).catch(() => null)
    if (address === null || found?.type !== 'page' || found.page.status !== page.status)
      return send(exchange, url, page)
    const encoding = preferredEncoding(request.headers['accept-encoding'])
    const made = await pages.represent(address, found.page, encoding)
    sendPage(request, response, secure, found.page, atPageAddress(made, address))
  }

  async function showMissing(exchange: Exchange): Promise<void> {
    const isLate = !complete()
    if (isLate) exchange.response.setHeader('retry-after', '5')
    const url = FAULT_ROUTES[isLate ? 503 : 404]
    const found = await pages.get(url).catch((error: Error) => error)
    if (found instanceof Error) return showFault(exchange, url, found)
    if (found.type === 'page') return send(exchange, url, found.page)
    sendPlain(exchange.response, 404, 'There is no page at this address.')
  }

  async function showFault(exchange: Exchange, url: string, error: Error): Promise<void> {
    if (error instanceof Overloaded) {
      counts.shed++
      return sendPlain(exchange.response, 503, BUSY, { 'retry-after': '2' })
    }
    log.error({ id: exchange.id, url, why: error.message }, 'The page could not be made, and there is no older one.')
    const found = await pages.get(FAULT_ROUTES[500])
    if (found.type !== 'page') throw new Error(`${FAULT_ROUTES[500]} leads to no page.`)
    await send(exchange, FAULT_ROUTES[500], found.page)
  }

  async function show(exchange: Exchange, url: string): Promise<void> {
    if (statusOfFault(url) !== null) return showMissing(exchange)
    let found: Answer
    try {
      found = await pages.get(url)
    } catch (error) {
      return showFault(exchange, url, error as Error)
    }
    if (found.type === 'missing') return showMissing(exchange)
    if (found.type === 'page') return sendPreferred(exchange, url, found.page)
    redirect(exchange.response, found.status, found.location, CACHE_CONTROL.moved)
  }

  return { show, showMissing, showFault }
}
