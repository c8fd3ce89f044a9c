import type { Delivery, Outcome } from '../model.ts'
import { countUp } from './counters.ts'
import { type Columns, type Engine, listed, type Sql } from './sql.ts'

/** See `Issues.claim`. Those who have waited longest come first. */
export function claim(engine: Engine, id: string, limit: number, now: number): Promise<Delivery[]> {
  return engine.write(async (sql) => {
    const claimed: Delivery[] = []
    while (claimed.length < limit) {
      const rows = await takeOn(sql, id, limit - claimed.length, now)
      if (rows.length === 0) break
      for (const { state, ...delivery } of rows) if (state === 'handed') claimed.push({ issue: id, ...delivery })
    }
    return claimed
  })
}

interface Taken extends Omit<Delivery, 'issue'> {
  readonly state: 'handed' | 'dropped'
}

const takeOn = (sql: Sql, id: string, limit: number, now: number): Promise<Taken[]> =>
  sql.all<Taken>(
    `UPDATE deliveries SET
       at = $3,
       attempt = attempt + CASE WHEN ${IS_WANTED} THEN 1 ELSE 0 END,
       state = CASE WHEN ${IS_WANTED} THEN 'handed' ELSE 'dropped' END
     WHERE issue = $1 AND subscriber IN (
       SELECT subscriber FROM deliveries WHERE issue = $1 AND state = 'waiting' AND due <= $3
         AND EXISTS (SELECT 1 FROM issues WHERE id = $1 AND stopped IS NULL)
       ORDER BY due, subscriber LIMIT $2
     )
     RETURNING subscriber, state, attempt,
       (SELECT address FROM subscribers WHERE subscribers.id = deliveries.subscriber) AS address,
       (SELECT epoch FROM subscribers WHERE subscribers.id = deliveries.subscriber) AS epoch`,
    id,
    limit,
    now,
  )

/** Whether a recipient still gets the newsletter: looked up at the last moment, in the transaction that takes it on. */
const IS_WANTED = `EXISTS (
  SELECT 1 FROM subscribers JOIN subscriptions ON subscriptions.subscriber = subscribers.id
  WHERE subscribers.id = deliveries.subscriber AND stopped IS NULL AND (paused_until IS NULL OR paused_until <= $3)
    AND subscriptions.newsletter = (SELECT newsletter FROM issues WHERE issues.id = deliveries.issue)
)`

const STATE = { sent: 'sent', unsure: 'unsure', failed: 'failed', later: 'waiting' } as const

const ENDED = {
  issue: 'text',
  subscriber: 'text',
  attempt: 'bigint',
  state: 'text',
  due: 'bigint',
  reply: 'text',
} satisfies Columns

type Outcomes = readonly { readonly delivery: Delivery; readonly outcome: Outcome }[]

/**
 * See `Issues.record`. What a process that was taken for dead has to say after all is truer than `unsure`; what is said
 * of an attempt that is not the latest, or of someone who was erased, changes nothing.
 */
export function record(
  engine: Engine,
  outcomes: Outcomes,
  { now, bounceLimit }: { readonly now: number; readonly bounceLimit: number },
): Promise<void> {
  return engine.write(async (sql) => {
    const changed = await sql.all<{ issue: string; subscriber: string }>(
      `UPDATE deliveries SET state = item.state, due = coalesce(item.due, deliveries.due), at = $2, reply = item.reply
       FROM ${engine.each('$1', ENDED)}
       WHERE deliveries.issue = item.issue AND deliveries.subscriber = item.subscriber
         AND deliveries.attempt = item.attempt AND deliveries.state IN ('handed', 'unsure')
         AND deliveries.state <> item.state
       RETURNING deliveries.issue, deliveries.subscriber`,
      listed(
        outcomes.map(({ delivery: { issue, subscriber, attempt }, outcome }) => {
          const due = outcome.type === 'later' ? outcome.next : null
          return { issue, subscriber, attempt, state: STATE[outcome.type], due, reply: outcome.reply }
        }),
      ),
      now,
    )
    const isChanged = new Set(changed.map(({ issue, subscriber }) => `${issue} ${subscriber}`))
    const counted = outcomes.filter(({ delivery }) => isChanged.has(`${delivery.issue} ${delivery.subscriber}`))
    await judge(sql, engine.each, counted, bounceLimit)
    await countUp(sql, engine.each, {
      sent: counted.filter(({ outcome }) => outcome.type === 'sent').length,
      unsure: counted.filter(({ outcome }) => outcome.type === 'unsure').length,
      bounces: counted.filter(({ outcome }) => isBounce(outcome)).length,
    })
  })
}

const isBounce = (outcome: Outcome): boolean => outcome.type === 'failed' && outcome.isBounce

const JUDGED = { id: 'text', epoch: 'bigint', proven: 'bigint', bounces: 'bigint' } satisfies Columns

/** Counts refusals in a row of each address that was written to, and stops those that have too many. */
async function judge(sql: Sql, each: Engine['each'], outcomes: Outcomes, bounceLimit: number): Promise<void> {
  const addresses = new Map<string, { id: string; epoch: number; proven: number; bounces: number }>()
  for (const { delivery, outcome } of outcomes) {
    if (outcome.type !== 'sent' && !isBounce(outcome)) continue
    const { subscriber: id, epoch } = delivery
    const before = addresses.get(id) ?? { id, epoch, proven: 0, bounces: 0 }
    const after = outcome.type === 'sent' ? { proven: 1, bounces: 0 } : { bounces: before.bounces + 1 }
    addresses.set(id, { ...before, ...after })
  }
  if (addresses.size === 0) return
  const bounces = 'CASE WHEN item.proven = 1 THEN item.bounces ELSE subscribers.bounces + item.bounces END'
  // Most have taken mail before and do again: nothing changes for them.
  await sql.run(
    `UPDATE subscribers SET bounces = ${bounces},
       stopped = CASE WHEN ${bounces} >= $2 THEN 'bounced' ELSE subscribers.stopped END
     FROM ${each('$1', JUDGED)}
     WHERE subscribers.id = item.id AND subscribers.epoch = item.epoch
       AND (subscribers.bounces > 0 OR item.bounces > 0)`,
    listed([...addresses.values()]),
    bounceLimit,
  )
}

const TAKEN = { issue: 'text', subscriber: 'text', attempt: 'bigint' } satisfies Columns

/** See `Issues.release`. */
export async function release(engine: Engine, deliveries: readonly Delivery[]): Promise<void> {
  const taken = listed(deliveries.map(({ issue, subscriber, attempt }) => ({ issue, subscriber, attempt })))
  const back = (sql: Sql) =>
    sql.run(
      `UPDATE deliveries SET state = 'waiting', attempt = deliveries.attempt - 1 FROM ${engine.each('$1', TAKEN)}
       WHERE deliveries.issue = item.issue AND deliveries.subscriber = item.subscriber
         AND deliveries.attempt = item.attempt AND deliveries.state = 'handed'`,
      taken,
    )
  await engine.write(back)
}

/** See `Issues.reconcile`. */
export function reconcile(engine: Engine, id: string, before: number): Promise<number> {
  return engine.write(async (sql) => {
    const unsure = "UPDATE deliveries SET state = 'unsure' WHERE issue = $1 AND state = 'handed' AND at < $2"
    const count = await sql.run(unsure, id, before)
    await countUp(sql, engine.each, { unsure: count })
    return count
  })
}

/** See `Issues.retryUnsure`. */
export function retryUnsure(engine: Engine, id: string): Promise<number> {
  return engine.write(async (sql) => {
    const again = "UPDATE deliveries SET state = 'waiting', due = at WHERE issue = $1 AND state = 'unsure'"
    const count = await sql.run(again, id)
    if (count > 0) await sql.run("UPDATE issues SET state = 'sending', finished = NULL WHERE id = $1", id)
    return count
  })
}

/** See `Issues.forget`. */
export async function forget(engine: Engine, before: number): Promise<number> {
  const ended = await engine.all<{ id: string }>(
    `SELECT id FROM issues WHERE (state = 'sent' AND finished < $1 OR state = 'sending' AND stopped < $1)
     AND EXISTS (SELECT 1 FROM deliveries WHERE deliveries.issue = issues.id) ORDER BY slot`,
    before,
  )
  let count = 0
  for (const { id } of ended) count += await engine.write((sql) => forgetIssue(sql, id))
  return count
}

/** Unless somebody has it gone on with, or sent again to those of whom nothing is known. */
async function forgetIssue(sql: Sql, id: string): Promise<number> {
  const over = "SELECT id FROM issues WHERE id = $1 AND (state = 'sent' OR stopped IS NOT NULL)"
  const [isOver] = await sql.all(over, id)
  if (isOver === undefined) return 0
  // Only one that was stopped has such.
  await sql.run("UPDATE deliveries SET state = 'dropped' WHERE issue = $1 AND state = 'waiting'", id)
  await sql.run("UPDATE deliveries SET state = 'unsure' WHERE issue = $1 AND state = 'handed'", id)
  await sql.run(
    `INSERT INTO forgotten (issue, state, count)
     SELECT issue, state, count(*) FROM deliveries WHERE issue = $1 GROUP BY issue, state
     ON CONFLICT (issue, state) DO UPDATE SET count = forgotten.count + excluded.count`,
    id,
  )
  return sql.run('DELETE FROM deliveries WHERE issue = $1', id)
}
