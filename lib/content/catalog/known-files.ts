import path from 'node:path'
import type { Connection } from './connection.ts'
import { mediaKey } from './keys.ts'
import { note } from './reading.ts'

/** A file under `media/` as it was last looked into. */
export interface KnownFile {
  readonly absolute: string
  /** A hash of its bytes. */
  readonly version: string
  /** In pixels as shown; null for what is no picture. */
  readonly size: { readonly width: number; readonly height: number } | null
}

/**
 * A file under `media/`, or null.
 * @param root the content folder
 * @param src the path that content writes, `/media/name.jpg`
 */
export function knownFile(rows: Connection, root: string, src: string): KnownFile | null {
  note(mediaKey(src))
  const row = rows.get<{ version: string; width: number | null; height: number | null }>(
    'SELECT version, width, height FROM media WHERE src = ?',
    src,
  )
  if (row === undefined) return null
  const { version, width, height } = row
  const absolute = path.join(/* turbopackIgnore: true */ root, src.slice(1))
  return { absolute, version, size: width === null || height === null ? null : { width, height } }
}
