import type { Connection } from './connection.ts'
import { ALL } from './keys.ts'
import { IN_LIST } from './listed.ts'

/** Whether a story was published after one moment and not after another, both in milliseconds. */
export const hasStoryBetween = (rows: Connection, after: number, until: number): boolean =>
  rows.get(`SELECT 1 FROM listed WHERE ${IN_LIST} AND published > ? AND published <= ?`, ALL, after, until) !==
  undefined

/** When the first story later than a moment was published, both in milliseconds; null when there is none. */
export function firstAfter(rows: Connection, moment: number): number | null {
  const sql = `SELECT min(published) AS at FROM listed WHERE ${IN_LIST} AND published > ?`
  return rows.get<{ at: number | null }>(sql, ALL, moment)?.at ?? null
}
