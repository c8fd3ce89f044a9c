import type { IncomingMessage, ServerResponse } from 'node:http'
import sharp from 'sharp'
import { getMedia, type MediaFile } from '#lib/content/queries/media.ts'
import { MOST_PIXELS } from '../../seo/crops/crop.ts'
import ImageCache from '../image-cache.ts'
import { IMAGES } from '../images/config.ts'
import { type PictureRequest, pictureAddress, pictureKey, readPictureRequest } from '../images/request.ts'
import { capture, type Handler } from '../render/capture.ts'
import { Gate, Overloaded } from '../render/gate.ts'
import { sendImmutable } from './immutable.ts'
import { mediaAddress, sendOn } from './media.ts'
import { sendPlain } from './plain.ts'

/** Scaling one takes a core for a tenth of a second or more; the page cache must keep its share of two. */
const LIMITS = { atOnce: 2, waiting: 64, milliseconds: 15_000 }

/** What may be scaled; drawings fit any size as they are. */
const SCALABLE = /^image\/(?:avif|gif|jpeg|png|webp)$/

interface Scaled {
  readonly type: string
  readonly bytes: Buffer
  /** With its quotes. */
  readonly etag: string
}

export type ServeImage = (request: IncomingMessage, response: ServerResponse, url: string) => Promise<void>

/**
 * Stands before Next's optimizer, so that no client can make it work without end: only pictures of the content
 * folder are scaled, in widths that pages ask for, each once, and only so many at a time. Those that were made before
 * come from disk without waiting. What cannot be scaled is shown as it is.
 * @param handle Next's request handler
 * @param findMedia how to find a file of the content folder by its path
 */
export function guardImages(
  handle: Handler,
  findMedia: (src: string) => Promise<MediaFile | null> = getMedia,
): ServeImage {
  const cache = new ImageCache()
  const gate = new Gate(LIMITS)
  const making = new Map<string, Promise<Scaled | null>>()
  cache.sweep()

  /** @returns null when the picture is only to be had as it is */
  const make = async (picture: PictureRequest, href: string, media: MediaFile): Promise<Scaled | null> => {
    if (!(await isScalable(media))) return null
    const question = { url: pictureAddress(href, picture), headers: { accept: picture.type || '*/*' } }
    const { status, headers, body } = await gate.run((signal) => capture(handle, question, signal))
    // Where it fails, Next answers with the file that it was given.
    if (status !== 200 || body.length === media.size) return null
    // Next leaves out the quotes.
    return {
      type: String(headers['content-type']),
      bytes: body,
      etag: `"${String(headers.etag).replaceAll('"', '')}"`,
    }
  }

  const makeOnce = (key: string, ...rest: Parameters<typeof make>): Promise<Scaled | null> => {
    const made = making.get(key) ?? make(...rest).finally(() => making.delete(key))
    making.set(key, made)
    return made
  }

  return async (request, response, url) => {
    const picture = readPictureRequest(url, request.headers.accept)
    if ('wrong' in picture) return sendPlain(response, 400, `There is no such picture: ${picture.wrong}.`)
    const media = await findMedia(picture.src)
    if (media === null) return sendPlain(response, 404, 'There is no picture at this address.')
    const href = mediaAddress(picture.src, media)
    // An old version is a page of a minute ago; none, or a made-up one, gets the picture as well but no place in a cache.
    if (picture.version !== media.version) return sendOn(response, pictureAddress(href, picture))
    const key = pictureKey(href, picture)
    try {
      const scaled = (await kept(cache, key)) ?? (await makeOnce(key, picture, href, media))
      if (scaled === null) return sendOn(response, href)
      sendImmutable(request, response, scaled, { vary: 'accept' })
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error
      sendPlain(response, 503, 'Too many pictures are being made. Try again in a moment.', { 'retry-after': '2' })
    }
  }
}

/** Whether a picture is one that can be scaled in bounded time and memory, and stands still. */
async function isScalable({ absolute, type, size }: MediaFile): Promise<boolean> {
  if (!SCALABLE.test(type) || size > IMAGES.maximumResponseBody) return false
  try {
    const { width, height, pages = 1 } = await sharp(absolute).metadata()
    return width * height <= MOST_PIXELS && pages === 1
  } catch {
    return false
  }
}

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

async function kept(cache: ImageCache, key: string): Promise<Scaled | null> {
  const { value } = (await cache.get(key)) ?? {}
  const type = TYPES[value?.extension ?? '']
  return value === undefined || type === undefined ? null : { type, bytes: value.buffer, etag: `"${value.etag}"` }
}
