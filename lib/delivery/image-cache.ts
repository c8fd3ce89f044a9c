import path from 'node:path'
import { settings } from '../settings.ts'
import { KeptFiles } from './kept-files.ts'

/** A scaled picture as Next hands it over. */
interface Picture {
  readonly kind: 'IMAGE'
  readonly buffer: Buffer
  readonly etag: string
  readonly extension: string
  readonly upstreamEtag?: string
  readonly revalidate?: number
}

/**
 * Keeps scaled pictures under `DATA_DIR`. Nothing else is kept for Next: pages are made from content when they are asked
 * for.
 * @see https://nextjs.org/docs/app/api-reference/config/next-config-js/incrementalCacheHandlerPath
 */
export default class ImageCache {
  readonly #kept = new KeptFiles<Omit<Picture, 'buffer'>>({
    folder: path.join(/* turbopackIgnore: true */ settings().dataDir, 'images'),
    mostBytes: 500 * 1024 * 1024,
    what: 'scaled pictures',
  })

  async get(key: string): Promise<{ value: Picture; lastModified: number } | null> {
    const { about, bytes, lastModified } = (await this.#kept.get(key)) ?? {}
    return about?.kind === 'IMAGE' && bytes && lastModified !== undefined
      ? { value: { ...about, buffer: bytes }, lastModified }
      : null
  }

  /** Next hands over what it could not scale with the tag of the original; that is not worth keeping, and may go better next time. */
  async set(key: string, data: Picture | { readonly kind: string } | null): Promise<void> {
    if (data === null || !('buffer' in data) || data.etag === data.upstreamEtag) return
    const { buffer, ...about } = data
    await this.#kept.set(key, about, buffer)
  }

  /** Next asks for these of every cache; scaled pictures carry no tags. */
  async revalidateTag(): Promise<void> {}
  resetRequestCache(): void {}

  /** Clears away what a process left half-written when it was killed. */
  sweep(): Promise<void> {
    return this.#kept.sweep()
  }
}
