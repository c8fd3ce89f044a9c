import type { IncomingMessage, ServerResponse } from 'node:http'
import { getMedia, type MediaFile } from '#lib/content/queries/media.ts'
import { sendFile } from './files.ts'
import { sendPlain } from './plain.ts'

/** The address of a file under the version that it has now. */
export const mediaAddress = (src: string, { version }: MediaFile): string =>
  `${src.split('/').map(encodeURIComponent).join('/')}?v=${encodeURIComponent(version)}`

/** For what editors put into `media`: a drawing can hold scripts and, shown by itself, may not run them; other sites may show it. */
export const MEDIA_SECURITY = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

/** For so many milliseconds after a change the version may still be that of the bytes before; nothing is kept under it. */
const SETTLING = 10_000

/** Sends a client on without leaving anything in a cache: what is right now can be wrong after the next change. */
export const sendOn = (response: ServerResponse, location: string): void =>
  sendPlain(response, 307, 'The file is at another address.', { ...MEDIA_SECURITY, location })

/**
 * Answers for a file of the content folder's `media`.
 * @param src as content writes it: `/media/name.jpg`
 * @param version what stands in `?v=`
 */
export async function serveMedia(
  request: IncomingMessage,
  response: ServerResponse,
  src: string,
  version: string | null,
): Promise<void> {
  await answerMedia(request, response, await getMedia(src), { src, version, now: Date.now() })
}

/**
 * The same, for a file that has been looked up. Under its version it is kept for good, without one for an hour. Any other
 * version leads on to the right one: a page of a minute ago still shows its picture, and no made-up
 * address is worth a place in a cache.
 */
export async function answerMedia(
  request: IncomingMessage,
  response: ServerResponse,
  media: MediaFile | null,
  { src, version, now }: { readonly src: string; readonly version: string | null; readonly now: number },
): Promise<void> {
  if (media === null) return sendPlain(response, 404, 'There is no file at this address.')
  if (version !== null && version !== media.version) return sendOn(response, mediaAddress(src, media))
  const lifetime = version === null ? 'public, max-age=3600' : 'public, max-age=31536000, immutable'
  const isSettled = Math.abs(now - media.changed) >= SETTLING
  const known: Record<string, string> = isSettled
    ? { etag: `"${media.version}"`, 'cache-control': lifetime }
    : { 'cache-control': 'no-store' }
  await sendFile(request, response, {
    absolute: media.absolute,
    headers: { 'content-type': media.type, ...MEDIA_SECURITY, ...known },
  })
}
