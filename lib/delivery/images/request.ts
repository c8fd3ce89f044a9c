import type { IncomingMessage } from 'node:http'
import type { NextConfigRuntime } from 'next/dist/server/config-shared.js'
import { ImageOptimizerCache } from 'next/dist/server/image-optimizer.js'
import { IMAGES } from './config.ts'

/** A scaled picture that a client asks for. */
export interface PictureRequest {
  /** The file's path in content, decoded: `/media/name.jpg`. */
  readonly src: string
  readonly version: string | null
  readonly width: number
  readonly quality: number
  /** The type it is to have; empty when the client takes neither AVIF nor WebP, for one that all browsers show. */
  readonly type: string
}

/**
 * Reads the address of a scaled picture, by the rules that Next reads it by.
 * @param url path and query
 * @param accept the header in which a browser says what pictures it shows
 * @returns what is asked for, or what is wrong with it
 */
export function readPictureRequest(
  url: string,
  accept: string | undefined,
): PictureRequest | { readonly wrong: string } {
  const given = new URLSearchParams(url.replace(/^[^?]*\??/, ''))
  const query = Object.fromEntries(
    ['url', 'w', 'q'].map((name) => {
      const values = given.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
  // Nothing else of the request is looked at.
  const request = { headers: { accept } } as IncomingMessage
  try {
    const params = ImageOptimizerCache.validateParams(
      request,
      query,
      { images: IMAGES } as unknown as NextConfigRuntime,
      false,
    )
    if ('errorMessage' in params) return { wrong: params.errorMessage }
    const [path = '', search = ''] = params.href.split(/\?(.*)/s)
    const { width, quality, mimeType } = params
    return {
      src: decodeURIComponent(path),
      version: new URLSearchParams(search).get('v'),
      width,
      quality,
      type: mimeType,
    }
  } catch {
    return { wrong: '"url" parameter cannot be decoded' }
  }
}

/** The one address that Next is asked at, for all ways to write it. */
export const pictureAddress = (href: string, { width, quality }: PictureRequest): string =>
  `/_next/image?${new URLSearchParams({ url: href, w: String(width), q: String(quality) })}`

/** Under which name Next keeps a scaled picture. */
export const pictureKey = (href: string, { width, quality, type }: PictureRequest): string =>
  ImageOptimizerCache.getCacheKey({ href, width, quality, mimeType: type })
