import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import send from 'send'
import { sendPlain } from './plain.ts'

export interface SentFile {
  readonly absolute: string
  /** By names in lower case. A strong `etag` and a `last-modified` among them make conditional requests and ranges work. */
  readonly headers: Readonly<Record<string, string>>
}

/** What a failure of `send` is called; any other is the file's, not the client's. */
const TEXTS: Readonly<Record<number, string>> = {
  404: 'There is no file at this address.',
  412: 'The file is another one by now.',
  416: 'The file has no such part.',
}

/**
 * Answers with a file: the whole, a part, or that the client has it already. Resolves when the response is over, also
 * when the client went away before.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-14 (ranges)
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13 (conditions)
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { absolute, headers }: SentFile,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  const { dir, base } = path.parse(absolute)
  const options = { root: dir, dotfiles: 'allow', index: false, cacheControl: false, etag: false } as const
  return new Promise((resolve) => {
    response.once('close', resolve)
    send(request, encodeURIComponent(base), options)
      .on('error', (error: { status: number; headers?: Record<string, string> }) => {
        const status = error.status in TEXTS ? error.status : 500
        sendPlain(response, status, TEXTS[status] ?? 'This file could not be read. Try again in a minute.', {
          ...(status === 416 && error.headers),
        })
      })
      .on('directory', () => sendPlain(response, 404, TEXTS[404] ?? ''))
      .pipe(response)
  })
}
