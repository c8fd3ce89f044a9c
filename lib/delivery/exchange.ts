import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Page, Representation } from './cache/page.ts'
import { isFresh } from './http/conditional.ts'
import { asDocument, isShown } from './http/feed.ts'
import { sendPlain } from './http/plain.ts'

/** A request and its response. What every response carries is set when it begins, off the short way. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** What the request goes by in logs. */
  readonly id: string
  /** Whether the client came by TLS. */
  readonly secure: boolean
}

/** Sends a page, or that the client has it already. */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  secure: boolean,
  page: Page,
  { body, etag, heads, unchanged }: Representation,
): void {
  const variant = secure ? 1 : 0
  if (page.status === 200 && isFresh(request.headers, { etag, lastModified: page.lastModified })) {
    response.writeHead(304, unchanged[variant]).end()
    return
  }
  const head = page.isFeed && isShown(request.headers) ? asDocument(heads[variant]) : heads[variant]
  response.writeHead(page.status, head)
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}

/** Sends a client on to another address of this site. */
export const redirect = (response: ServerResponse, status: number, location: string, cacheControl: string): void =>
  sendPlain(response, status, 'The page is at another address.', { location, 'cache-control': cacheControl })
