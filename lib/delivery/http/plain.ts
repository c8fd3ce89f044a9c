import type { ServerResponse } from 'node:http'

/**
 * Answers with a sentence for whoever reads it by hand. Headers that were set before, such as those of security, go out
 * with it; those that describe another answer do not.
 * @param text without a line end
 */
export function sendPlain(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  for (const name of ['content-encoding', 'etag', 'last-modified', 'accept-ranges']) response.removeHeader(name)
  const body = Buffer.from(`${text}\n`)
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
