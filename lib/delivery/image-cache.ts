import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
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

/** The first line of a file: what Next told of the picture, and how to know that its bytes are all there. */
type Head = Omit<Picture, 'buffer'> & { readonly size: number; readonly crc: number }

/** All scaled pictures together; the ones made longest ago go first. */
const MOST_BYTES = 500 * 1024 * 1024

/**
 * Keeps scaled pictures under `DATA_DIR`. Nothing else is kept for Next: pages are made from content when they are asked
 * for. Damaged or missing files count as never made, and a picture that cannot be kept is served all the same.
 * @see https://nextjs.org/docs/app/api-reference/config/next-config-js/incrementalCacheHandlerPath
 */
export default class ImageCache {
  readonly #folder = path.join(/* turbopackIgnore: true */ settings().dataDir, 'images')
  #bytes: number | undefined
  #turn: Promise<void> = Promise.resolve()
  #failing = false

  #file(key: string): string {
    const name = createHash('sha256').update(key).digest('base64url')
    return path.join(/* turbopackIgnore: true */ this.#folder, name)
  }

  async get(key: string): Promise<{ value: Picture; lastModified: number } | null> {
    try {
      const file = this.#file(key)
      const [bytes, { mtimeMs }] = await Promise.all([
        readFile(/* turbopackIgnore: true */ file),
        stat(/* turbopackIgnore: true */ file),
      ])
      const end = bytes.indexOf('\n')
      const { size, crc, ...head } = JSON.parse(bytes.subarray(0, end).toString()) as Head
      const buffer = bytes.subarray(end + 1)
      const isWhole = head.kind === 'IMAGE' && buffer.length === size && crc32(buffer) === crc
      return isWhole ? { value: { ...head, buffer }, lastModified: mtimeMs } : null
    } catch {
      return null
    }
  }

  /** Next hands over what it could not scale with the tag of the original; that is not worth keeping, and may go better next time. */
  async set(key: string, data: Picture | { readonly kind: string } | null): Promise<void> {
    if (data === null || !('buffer' in data) || data.etag === data.upstreamEtag) return
    try {
      await this.#write(this.#file(key), data)
      this.#failing = false
    } catch (error) {
      if (!this.#failing) {
        console.error(
          `images: scaled pictures cannot be kept in ${this.#folder}, and are made anew each time: ${String(error)}. Make room there, or make the folder writable.`,
        )
      }
      this.#failing = true
    }
  }

  /** Next asks for these of every cache; scaled pictures carry no tags. */
  async revalidateTag(): Promise<void> {}
  resetRequestCache(): void {}

  /** Clears away what a process left half-written when it was killed. */
  async sweep(): Promise<void> {
    const names = await readdir(/* turbopackIgnore: true */ this.#folder).catch(() => [])
    const drafts = names.filter((name) => name.startsWith('.'))
    await Promise.all(
      drafts.map((name) =>
        rm(path.join(/* turbopackIgnore: true */ this.#folder, name), { force: true }).catch(() => {}),
      ),
    )
  }

  /** Written beside its place and moved there, so that no reader meets half of it. */
  async #write(file: string, { buffer, ...about }: Picture): Promise<void> {
    await mkdir(/* turbopackIgnore: true */ this.#folder, { recursive: true })
    const head: Head = { ...about, size: buffer.length, crc: crc32(buffer) }
    const line = Buffer.from(`${JSON.stringify(head)}\n`)
    const draft = path.join(/* turbopackIgnore: true */ this.#folder, `.${randomUUID()}`)
    try {
      await writeFile(/* turbopackIgnore: true */ draft, Buffer.concat([line, buffer]))
      await rename(/* turbopackIgnore: true */ draft, file)
    } catch (error) {
      await rm(/* turbopackIgnore: true */ draft, { force: true }).catch(() => {})
      throw error
    }
    this.#turn = this.#turn.then(() => this.#bound(line.length + buffer.length))
    await this.#turn
  }

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

  /** Makes room for a tenth at a time, so that it is seldom needed. What cannot be measured or removed now, can be later. */
  async #bound(added: number): Promise<void> {
    try {
      const sum = async () => (await this.#list()).reduce((bytes, { size }) => bytes + size, 0)
      this.#bytes = this.#bytes === undefined ? await sum() : this.#bytes + added
      if (this.#bytes <= MOST_BYTES) return
      for (const { file, size } of (await this.#list()).sort((a, b) => a.mtimeMs - b.mtimeMs)) {
        if (this.#bytes <= MOST_BYTES * 0.9) break
        await rm(/* turbopackIgnore: true */ file, { force: true })
        this.#bytes -= size
      }
    } catch {
      this.#bytes = undefined
    }
  }
}
