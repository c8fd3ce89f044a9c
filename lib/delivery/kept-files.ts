import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'

export interface KeptFilesOptions {
  /** Where they are; made when it is needed. */
  readonly folder: string
  /** Of all of them together; the ones made longest ago go first. */
  readonly mostBytes: number
  /** As a message names them: "scaled pictures". */
  readonly what: string
}

/** What is kept: bytes, and some facts about them. */
interface Kept<About> {
  readonly about: About
  readonly bytes: Buffer
  /** When it was kept, in milliseconds since the epoch. */
  readonly lastModified: number
}

/** The first line of a file: the facts, and how to know that its bytes are all there. */
type Head<About> = About & { readonly size: number; readonly crc: number }

/**
 * Keeps what took long to make in a folder, bounded in bytes. Damaged or missing files count as never made, and what
 * cannot be kept is made anew each time.
 */
export class KeptFiles<About extends object> {
  readonly #options: KeptFilesOptions
  #bytes: number | undefined
  #turn: Promise<void> = Promise.resolve()
  #failing = false

  constructor(options: KeptFilesOptions) {
    this.#options = options
  }

  #file(key: string): string {
    const name = createHash('sha256').update(key).digest('base64url')
    return path.join(/* turbopackIgnore: true */ this.#options.folder, name)
  }

  /** What is kept under a key; null when it is not there, or damaged. Never rejects. */
  async get(key: string): Promise<Kept<About> | null> {
    try {
      const file = this.#file(key)
      const [content, { mtimeMs }] = await Promise.all([
        readFile(/* turbopackIgnore: true */ file),
        stat(/* turbopackIgnore: true */ file),
      ])
      const end = content.indexOf('\n')
      const { size, crc, ...about } = JSON.parse(content.subarray(0, end).toString()) as Head<About>
      const bytes = content.subarray(end + 1)
      const isWhole = bytes.length === size && crc32(bytes) === crc
      return isWhole ? { about: about as unknown as About, bytes, lastModified: mtimeMs } : null
    } catch {
      return null
    }
  }

  /** Keeps something, if there is room; else says so once, until it goes well again. Never rejects. */
  async set(key: string, about: About, bytes: Buffer): Promise<void> {
    const { folder, what } = this.#options
    try {
      await this.#write(this.#file(key), about, bytes)
      this.#failing = false
    } catch (error) {
      if (!this.#failing) {
        console.error(
          `images: ${what} cannot be kept in ${folder}, and are made anew each time: ${String(error)}. Make room there, or make the folder writable.`,
        )
      }
      this.#failing = true
    }
  }

  /** Clears away what a process left half-written when it was killed. */
  async sweep(): Promise<void> {
    const names = await readdir(/* turbopackIgnore: true */ this.#options.folder).catch(() => [])
    const drafts = names.filter((name) => name.startsWith('.'))
    await Promise.all(
      drafts.map((name) =>
        rm(path.join(/* turbopackIgnore: true */ this.#options.folder, name), { force: true }).catch(() => {}),
      ),
    )
  }

  /** Written beside its place and moved there, so that no reader meets half of it. */
  async #write(file: string, about: About, bytes: Buffer): Promise<void> {
    await mkdir(/* turbopackIgnore: true */ this.#options.folder, { recursive: true })
    const head: Head<About> = { ...about, size: bytes.length, crc: crc32(bytes) }
    const line = Buffer.from(`${JSON.stringify(head)}\n`)
    const draft = path.join(/* turbopackIgnore: true */ this.#options.folder, `.${randomUUID()}`)
    try {
      await writeFile(/* turbopackIgnore: true */ draft, Buffer.concat([line, bytes]))
      await rename(/* turbopackIgnore: true */ draft, file)
    } catch (error) {
      await rm(/* turbopackIgnore: true */ draft, { force: true }).catch(() => {})
      throw error
    }
    this.#turn = this.#turn.then(() => this.#bound(line.length + bytes.length))
    await this.#turn
  }

  async #list(): Promise<{ file: string; size: number; mtimeMs: number }[]> {
    const { folder } = this.#options
    const names = await readdir(/* turbopackIgnore: true */ folder)
    return Promise.all(
      names.map(async (name) => {
        const file = path.join(/* turbopackIgnore: true */ folder, name)
        const { size, mtimeMs } = await stat(/* turbopackIgnore: true */ file).catch(() => ({ size: 0, mtimeMs: 0 }))
        return { file, size, mtimeMs }
      }),
    )
  }

  /** Makes room for a tenth at a time, so that it is seldom needed. What cannot be measured or removed now, can be later. */
  async #bound(added: number): Promise<void> {
    const { mostBytes } = this.#options
    try {
      const sum = async () => (await this.#list()).reduce((bytes, { size }) => bytes + size, 0)
      this.#bytes = this.#bytes === undefined ? await sum() : this.#bytes + added
      if (this.#bytes <= mostBytes) return
      for (const { file, size } of (await this.#list()).sort((a, b) => a.mtimeMs - b.mtimeMs)) {
        if (this.#bytes <= mostBytes * 0.9) break
        await rm(/* turbopackIgnore: true */ file, { force: true })
        this.#bytes -= size
      }
    } catch {
      this.#bytes = undefined
    }
  }
}
