import type { Problem } from '../problems.ts'
import type { Connection } from './connection.ts'

/** A commit of the content. */
export interface Head {
  readonly commit: string
  /** When it was made, ISO 8601. */
  readonly time: string
}

/** Which commit of the content is published; null where there is none. Notes nothing: no page shows it. */
export function headOf(rows: Connection): Head | null {
  const row = rows.get<{ value: string }>("SELECT value FROM meta WHERE name = 'head'")
  return row === undefined ? null : JSON.parse(row.value)
}

/**
 * What is wrong with the content folder, in order of path but errors first. Notes nothing: no page shows it.
 * @param limit how many files are told of, at most
 */
export const problemsOf = (rows: Connection, limit: number): Problem[] =>
  rows
    .all<{ problems: string }>(
      'SELECT problems FROM files WHERE problems IS NOT NULL ORDER BY broken DESC, path LIMIT ?',
      limit,
    )
    .flatMap(({ problems }) => JSON.parse(problems) as Problem[])
