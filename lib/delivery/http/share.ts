import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { findShareAddress } from '../../seo/share/find.ts'
import { settings } from '../../settings.ts'
import { KeptFiles } from '../kept-files.ts'
import { capture, type Handler } from '../render/capture.ts'
import { Gate, Overloaded } from '../render/gate.ts'
import { sendImmutable } from './immutable.ts'
import { sendOn } from './media.ts'
import { sendPlain } from './plain.ts'

/** Drawing one takes a core for a third of a second; readers must keep theirs. */
const LIMITS = { atOnce: 1, waiting: 32, milliseconds: 15_000 }

interface Drawn {
  readonly type: string
  readonly bytes: Buffer
}

/** @param url path and query below `/share/`, normalised */
export type ServeShare = (request: IncomingMessage, response: ServerResponse, url: string) => Promise<void>

/**
 * Answers with images to share and crops of pictures. A route of Next draws them, one at a time and each once; those that
 * were drawn before come from disk without waiting. Only what content has now is drawn or shown, under the one address
 * that it has.
 * @param handle Next's request handler
 * @param findAddress the right address, with its version, for a path, or null where nothing is
 */
export function guardShares(
  handle: Handler,
  findAddress: (path: string) => Promise<string | null> = findShareAddress,
): ServeShare {
  const kept = new KeptFiles<Pick<Drawn, 'type'>>({
    folder: path.join(settings().dataDir, 'share'),
    mostBytes: 200 * 1024 * 1024,
    what: 'images to share',
  })
  const gate = new Gate(LIMITS)
  const drawing = new Map<string, Promise<Drawn | string>>()
  kept.sweep()

  /** @returns where it is by now, if content has changed in between */
  const draw = async (url: string): Promise<Drawn | string> => {
    const { status, headers, body } = await gate.run((signal) => capture(handle, { url }, signal))
    if (status === 307) return String(headers.location)
    if (status !== 200) throw new Error(`The image at ${url} could not be drawn: its route answered ${status}.`)
    const type = String(headers['content-type'])
    await kept.set(url, { type }, body)
    return { type, bytes: body }
  }

  const drawOnce = (url: string): Promise<Drawn | string> => {
    const drawn = drawing.get(url) ?? draw(url).finally(() => drawing.delete(url))
    drawing.set(url, drawn)
    return drawn
  }

  return async (request, response, url) => {
    const address = await findAddress(url.replace(/\?.*$/, ''))
    if (address === null) return sendPlain(response, 404, 'There is no picture at this address.')
    if (url !== address) return sendOn(response, address)
    try {
      const found = await kept.get(url)
      const drawn = found ? { ...found.about, bytes: found.bytes } : await drawOnce(url)
      if (typeof drawn === 'string') return sendOn(response, drawn)
      sendImmutable(request, response, { ...drawn, etag: etagOf(url) })
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error
      sendPlain(response, 503, 'Too many pictures are being made. Try again in a moment.', { 'retry-after': '2' })
    }
  }
}

/** An address holds a hash of all that its picture shows. */
const etagOf = (url: string): string => `"${new URLSearchParams(url.replace(/^[^?]*/, '')).get('v')}"`
