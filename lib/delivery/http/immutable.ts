import type { IncomingMessage, ServerResponse } from 'node:http'
import { isFresh } from './conditional.ts'
import { MEDIA_SECURITY } from './media.ts'

/** A picture whose address changes with its bytes. */
interface Immutable {
  readonly type: string
  readonly bytes: Buffer
  /** With its quotes. */
  readonly etag: string
}

/**
 * Sends a picture that may be kept for good, or that the client has it already.
 * @param more further headers, by names in lower case
 * @see https://www.rfc-editor.org/rfc/rfc8246 (`immutable`)
 */
export function sendImmutable(
  request: IncomingMessage,
  response: ServerResponse,
  { type, bytes, etag }: Immutable,
  more: Readonly<Record<string, string>> = {},
): void {
  const headers = {
    ...MEDIA_SECURITY,
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    ...more,
    etag,
  }
  if (isFresh(request.headers, { etag, lastModified: new Date() })) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, { ...headers, 'content-length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
