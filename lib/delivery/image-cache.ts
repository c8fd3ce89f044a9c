import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { settings } from '../settings.ts'

/** A scaled picture as Next hands it over. */
interface Picture {
  readonly kind: 'IMAGE'
  readonly buffer: Buffer
  readonly etag: string
  readonly extension: string
  readonly upstreamEtag?: string
  readonly revalidate?: number
}

/** All scaled pictures together; the ones made longest ago go first. */
const MOST_BYTES = 500 * 1024 * 1024

/**
 * Keeps scaled pictures under `DATA_DIR`, which is all that the site writes to. Nothing else is kept for Next: pages are
 * made from content when they are asked for. Damaged or missing files count as never made.
 * @see https://nextjs.org/docs/app/api-reference/config/next-config-js/incrementalCacheHandlerPath
 */
export default class ImageCache {
  readonly #folder = path.join(/* turbopackIgnore: true */ settings().dataDir, 'images')
  #bytes: Promise<number> | undefined

  #file(key: string): string {
    const name = createHash('sha256').update(key).digest('base64url')
    return path.join(/* turbopackIgnore: true */ this.#folder, name)
  }

  /** File form: a line of JSON, then the picture. */
  async get(key: string): Promise<{ value: Picture; lastModified: number } | null> {
    try {
      const file = this.#file(key)
      const [bytes, { mtimeMs }] = await Promise.all([
        readFile(/* turbopackIgnore: true */ file),
        stat(/* turbopackIgnore: true */ file),
      ])
      const end = bytes.indexOf('\n')
      const { size, ...head } = JSON.parse(bytes.subarray(0, end).toString()) as Omit<Picture, 'buffer'> & {
        size: number
      }
      const buffer = bytes.subarray(end + 1)
      return head.kind === 'IMAGE' && buffer.length === size
        ? { value: { ...head, buffer }, lastModified: mtimeMs }
        : null
    } catch {
      return null
    }
  }

  async set(key: string, data: Picture | { readonly kind: string } | null): Promise<void> {
    if (data === null || !('buffer' in data)) return
    const { buffer, ...head } = data
    mkdirSync(/* turbopackIgnore: true */ this.#folder, { recursive: true })
    const draft = path.join(/* turbopackIgnore: true */ this.#folder, `.${randomUUID()}`)
    const line = Buffer.from(`${JSON.stringify({ ...head, size: buffer.length })}\n`)
    await writeFile(/* turbopackIgnore: true */ draft, Buffer.concat([line, buffer]))
    await rename(/* turbopackIgnore: true */ draft, this.#file(key))
    this.#bytes = (this.#bytes ?? this.#measure()).then((bytes) => this.#bound(bytes + line.length + buffer.length))
    await this.#bytes
  }

  /** Next asks for these of every cache; scaled pictures carry no tags. */
  async revalidateTag(): Promise<void> {}
  resetRequestCache(): void {}

  async #list(): Promise<{ file: string; size: number; mtimeMs: number }[]> {
    const names = await readdir(/* turbopackIgnore: true */ this.#folder)
    return Promise.all(
      names.map(async (name) => {
        const file = path.join(/* turbopackIgnore: true */ this.#folder, name)
        const { size, mtimeMs } = await stat(/* turbopackIgnore: true */ file).catch(() => ({ size: 0, mtimeMs: 0 }))
        return { file, size, mtimeMs }
      }),
    )
  }

  async #measure(): Promise<number> {
    return (await this.#list()).reduce((sum, { size }) => sum + size, 0)
  }

  /** Makes room for a tenth at a time, so that it is seldom needed. */
  async #bound(bytes: number): Promise<number> {
    if (bytes <= MOST_BYTES) return bytes
    let left = bytes
    for (const { file, size } of (await this.#list()).sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (left <= MOST_BYTES * 0.9) break
      await rm(/* turbopackIgnore: true */ file, { force: true })
      left -= size
    }
    return left
  }
}
