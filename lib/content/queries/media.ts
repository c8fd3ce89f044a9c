import { statSync } from 'node:fs'
import path from 'node:path'
import { catalog } from '../catalog/store.ts'

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

export interface MediaFile {
  readonly absolute: string
  readonly type: string
  /** A hash of its bytes. */
  readonly version: string
  /** In bytes. */
  readonly size: number
  /** Time of change in milliseconds since the epoch. */
  readonly changed: number
}

/** The file at an address under `/media/`, or null. Only files that the catalog lists are served, so no path leads out. */
export async function getMedia(src: string): Promise<MediaFile | null> {
  const type = TYPES[path.extname(src).toLowerCase()]
  const file = type === undefined ? null : (await catalog()).media(src)
  if (file === null || type === undefined) return null
  const found = statSync(/* turbopackIgnore: true */ file.absolute, { throwIfNoEntry: false })
  if (!found?.isFile()) return null
  return { absolute: file.absolute, type, version: file.version, size: found.size, changed: found.mtimeMs }
}
