import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { catalog } from '../catalog/store.ts'
import type { SourceFile } from '../source/files.ts'

/** @see https://www.iana.org/assignments/media-types/media-types.xhtml */
const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
}

export interface MediaFile extends SourceFile {
  readonly type: string
  /** See `Media.version`. */
  readonly version: string
}

/** The file at an address under `/media/`, or null. Only files that the catalog lists are served, so no path leads out. */
export async function getMedia(src: string): Promise<MediaFile | null> {
  const { media } = await catalog()
  const file = media.file(src)
  const type = TYPES[path.extname(src).toLowerCase()]
  if (file === null || type === undefined) return null
  return { ...file, type, version: media.version(src) }
}

/** The bytes of a file, as a response takes them. */
export const openMedia = ({ absolute }: MediaFile): ReadableStream =>
  Readable.toWeb(createReadStream(/* turbopackIgnore: true */ absolute)) as ReadableStream
