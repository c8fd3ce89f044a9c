import type { Tallies } from '../model.ts'
import { type Engine, listed, type Sql } from './sql.ts'

export type Counter = keyof Tallies | 'issues'

/** Counts up, in the transaction of what is counted. */
export async function countUp(sql: Sql, each: Engine['each'], by: Partial<Record<Counter, number>>): Promise<void> {
  const added = Object.entries(by).flatMap(([name, count]) => (count > 0 ? { name, count } : []))
  if (added.length === 0) return
  await sql.run(
    `UPDATE counters SET value = value + item.count FROM ${each('$1', { name: 'text', count: 'bigint' })}
     WHERE counters.name = item.name`,
    listed(added),
  )
}

export async function readCounters(sql: Pick<Sql, 'all'>): Promise<Record<Counter, number>> {
  const rows = await sql.all<{ name: Counter; value: number }>('SELECT name, value FROM counters')
  return Object.fromEntries(rows.map(({ name, value }) => [name, value])) as Record<Counter, number>
}
