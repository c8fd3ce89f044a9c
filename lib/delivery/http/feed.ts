import type { IncomingHttpHeaders } from 'node:http'

/** Whether this is the type of a feed that a stylesheet makes readable: a JSON feed is none. */
export const isFeed = (contentType: string): boolean => /^application\/(?:rss|atom)\+xml\b/.test(contentType)

/** What the answer depends on where a feed is shown as a page. */
export const SHOWN = 'accept-encoding, sec-fetch-dest'

/**
 * Whether a browser wants to show what it asks for as a page of its own.
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header
 */
export const isShown = (headers: IncomingHttpHeaders): boolean => headers['sec-fetch-dest'] === 'document'

/** The head of a feed with the type under which browsers apply its stylesheet; under its own they show it as text. */
export function asDocument(head: readonly string[]): string[] {
  const at = head.indexOf('content-type')
  return head.with(at + 1, 'application/xml; charset=utf-8')
}
