import type { IncomingHttpHeaders } from 'node:http'
import fresh from 'fresh'

/**
 * Whether a client has these bytes already, so that 304 answers it. A reload that asks for new bytes gets them.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function isFresh(
  headers: IncomingHttpHeaders,
  { etag, lastModified }: { readonly etag: string; readonly lastModified: Date },
): boolean {
  if (headers['if-none-match'] === undefined && headers['if-modified-since'] === undefined) return false
  return fresh(headers, { etag, 'last-modified': lastModified.toUTCString() })
}
