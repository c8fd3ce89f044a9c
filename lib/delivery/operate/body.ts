import type { IncomingMessage } from 'node:http'

/** Thrown when a client sends more than it may. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/**
 * The whole body of a request.
 * @param most how many bytes it may have
 * @throws {TooLarge} as soon as that is known, and an Error when the client goes away
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > most) throw new TooLarge(`The body has ${announced} bytes; at most ${most} are read.`)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw new TooLarge(`The body has more than ${most} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
