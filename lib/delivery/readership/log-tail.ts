import { type FileHandle, open, stat } from 'node:fs/promises'
import type { Place } from '../../content/readership/tally-file.ts'

/** Longer lines are passed over: none of them tells of a page of this site. */
const LONGEST_LINE = 8192

const CHUNK = 64 * 1024

/** Of what came while nobody read, this much is read at most, in bytes: the last of it. */
const MOST_BEHIND = 64 * 1024 * 1024

export interface LogTailOptions {
  readonly file: string
  /** Up to where it has been read before; null to begin with what comes from now on. */
  readonly place: Place | null
  readonly take: (line: string) => void | Promise<void>
  /** Told after each step how far it has come: the end of the last whole line. */
  readonly reach: (place: Place) => void
}

interface Opened {
  readonly handle: FileHandle
  readonly name: string
  /** Where the next line begins. */
  offset: number
  /** Whether that is in the middle of a line, the rest of which is to be passed over. */
  skips: boolean
}

/**
 * Reads a file that grows, line by line, through its rotation: what is left of the file that has been renamed is read
 * before the new one from its start. One that has become shorter is read from its start again. A line without its end
 * waits for it.
 */
export class LogTail {
  readonly #options: LogTailOptions
  #place: Place | null
  #opened: Opened | null = null
  #isFirst = true

  constructor(options: LogTailOptions) {
    this.#options = options
    this.#place = options.place
  }

  /** Reads all there is. One call at a time. @throws when the file is not there, or cannot be read; call again later */
  async poll(): Promise<void> {
    for (;;) {
      this.#opened ??= await this.#open()
      const opened = this.#opened
      await this.#readOn(opened)
      const there = await stat(this.#options.file)
      if (nameOf(there) === opened.name) return
      // It may have grown between the last look and its renaming.
      await this.#readOn(opened)
      await this.close()
      this.#place = null
    }
  }

  async #open(): Promise<Opened> {
    const handle = await open(this.#options.file, 'r').catch((error: Error) => {
      // What comes later is new from its start.
      this.#isFirst = false
      throw error
    })
    const found = await handle.stat()
    if (!found.isFile()) {
      await handle.close()
      throw new Error('it is not a regular file')
    }
    const name = nameOf(found)
    // The first time, what is there is old; a file that takes another's place is new from its start.
    const start = this.#place === null && this.#isFirst ? found.size : 0
    const known = this.#place?.file === name && this.#place.offset <= found.size ? this.#place.offset : start
    const offset = Math.max(known, found.size - MOST_BEHIND)
    this.#isFirst = false
    return { handle, name, offset, skips: offset > known }
  }

  async #readOn(opened: Opened): Promise<void> {
    const { handle } = opened
    if ((await handle.stat()).size < opened.offset) Object.assign(opened, { offset: 0, skips: false })
    const chunk = Buffer.alloc(CHUNK)
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, opened.offset)
      const read = chunk.subarray(0, bytesRead)
      const end = read.lastIndexOf(0x0a) + 1
      if (end === 0 && bytesRead < LONGEST_LINE) return
      // A line longer than that is left out with all that follows of it.
      const step = end === 0 ? bytesRead : end
      if (end > 0) for (const line of this.#linesOf(read.subarray(0, end), opened.skips)) await this.#options.take(line)
      opened.offset += step
      opened.skips = end === 0
      this.#options.reach({ file: opened.name, offset: opened.offset })
    }
  }

  #linesOf(bytes: Buffer, skips: boolean): string[] {
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .slice(skips ? 1 : 0, -1)
    return lines.filter((line) => line.length <= LONGEST_LINE).map((line) => line.replace(/\r$/, ''))
  }

  async close(): Promise<void> {
    const opened = this.#opened
    this.#opened = null
    await opened?.handle.close()
  }
}

const nameOf = ({ dev, ino }: { readonly dev: number; readonly ino: number }) => `${dev}:${ino}`
