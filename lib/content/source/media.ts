import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { imageSize } from 'image-size'
import type { SourceFile } from './files.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Formats that every reader's browser shows and that can be scaled. */
const PICTURES = /\.(?:jpe?g|png|webp|avif|gif)$/i

/** Nearly every picture tells its size in its first bytes; one with a long preamble is read whole. */
const HEAD_BYTES = 64 * 1024

/** The files under `media/`: which there are, and the sizes of pictures, each measured once when first asked for. */
export class Media {
  readonly #files: ReadonlyMap<string, SourceFile>
  readonly #sizes = new Map<string, Size | null>()

  /** @param previous sizes already known; those of unchanged files are taken over */
  constructor(files: Iterable<SourceFile>, previous?: Media) {
    this.#files = new Map(Array.from(files, (file) => [`/${file.file}`, file]))
    if (previous === undefined) return
    for (const [src, size] of previous.#sizes) {
      const [now, then] = [this.#files.get(src), previous.#files.get(src)]
      if (now?.changed === then?.changed && now?.size === then?.size) this.#sizes.set(src, size)
    }
  }

  /** The paths, as content writes them: `/media/name.jpg`. */
  get paths(): Iterable<string> {
    return this.#files.keys()
  }

  file(src: string): SourceFile | null {
    return this.#files.get(src) ?? null
  }

  /** A short mark that differs when a file's bytes do: made of its size and time of change. */
  version(src: string): string {
    const { size = 0, changed = 0 } = this.#files.get(src) ?? {}
    return `${size.toString(36)}-${Math.trunc(changed).toString(36)}`
  }

  /** Width and height in pixels as shown (a photograph's rotation applied), or null for what is no picture. */
  size(src: string): Size | null {
    const known = this.#sizes.get(src)
    if (known !== undefined) return known
    const file = this.#files.get(src)
    const size = file === undefined || !PICTURES.test(src) ? null : measure(file.absolute)
    this.#sizes.set(src, size)
    return size
  }
}

function measure(absolute: string): Size | null {
  try {
    return upright(imageSize(head(absolute)))
  } catch {
    try {
      return upright(imageSize(readFileSync(/* turbopackIgnore: true */ absolute)))
    } catch {
      return null
    }
  }
}

function head(absolute: string): Buffer {
  const handle = openSync(/* turbopackIgnore: true */ absolute, 'r')
  try {
    const buffer = Buffer.alloc(HEAD_BYTES)
    return buffer.subarray(0, readSync(handle, buffer, 0, HEAD_BYTES, 0))
  } finally {
    closeSync(handle)
  }
}

/** Exif orientations 5 to 8 turn a picture by a quarter. */
function upright({ width, height, orientation = 1 }: Size & { orientation?: number }): Size | null {
  if (!(width > 0 && height > 0)) return null
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}
