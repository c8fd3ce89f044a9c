import type { Kind } from '../source/read.ts'
import type { Connection } from './connection.ts'
import { entryKey } from './keys.ts'
import { note } from './reading.ts'

/** The slug that a file has now which had this one before it was renamed, or null. */
export function renamedTo(rows: Connection, kind: Kind, slug: string): string | null {
  note(entryKey(kind, slug))
  const sql = 'SELECT slug FROM renames WHERE kind = ? AND old = ?'
  return rows.get<{ slug: string }>(sql, kind, slug)?.slug ?? null
}

/** The first slug that a file had, as far as git tells; null for one that was never renamed. */
export function firstNameOf(rows: Connection, kind: Kind, slug: string): string | null {
  note(entryKey(kind, slug))
  const sql = 'SELECT old FROM renames WHERE kind = ? AND slug = ? ORDER BY nth LIMIT 1'
  return rows.get<{ old: string }>(sql, kind, slug)?.old ?? null
}
