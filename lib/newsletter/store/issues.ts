import type { Delivery, Issue, IssueState, Outcome } from '../model.ts'
import { countUp, readCounters } from './counters.ts'
import { claim, forget, reconcile, record, release, retryUnsure } from './deliveries.ts'
import { newId } from './ids.ts'
import type { Issues, NewIssue, Progress } from './repository.ts'
import { type Engine, listed, type Sql, type Value } from './sql.ts'

interface IssueRow extends Omit<Issue, 'content'> {
  readonly state: IssueState
  /** JSON. */
  readonly content: string | null
}

/** To all who ask, one that is being sent and is held up is in a state of its own. */
const STATE = "CASE WHEN state = 'sending' AND stopped IS NOT NULL THEN 'stopped' ELSE state END AS state"

const ISSUE = `SELECT id, newsletter, date, slot, ${STATE}, revision, built, finished, content FROM issues`

const toIssue = (row: IssueRow): Issue => ({ ...row, content: row.content === null ? null : JSON.parse(row.content) })

/** Issues; what becomes of their recipients is in `deliveries.ts`. */
export class SqlIssues implements Issues {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  create({ newsletter, date, slot, state, revision, built, content }: NewIssue): Promise<Issue | null> {
    const id = newId()
    return this.#engine.write(async (sql) => {
      const isNew = await sql.run(
        `INSERT INTO issues (id, newsletter, date, slot, state, revision, built, finished, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, $8) ON CONFLICT (newsletter, date) DO NOTHING`,
        id,
        newsletter,
        date,
        slot,
        state,
        revision,
        built,
        content === null ? null : JSON.stringify(content),
      )
      if (isNew === 0) return null
      if (state === 'sending') {
        await sql.run(
          `INSERT INTO deliveries (issue, subscriber, state, attempt, due, at, reply)
           SELECT $1, subscribers.id, 'waiting', 0, $2, $2, NULL
           FROM subscriptions JOIN subscribers ON subscribers.id = subscriptions.subscriber
           WHERE newsletter = $3 AND stopped IS NULL AND (paused_until IS NULL OR paused_until <= $2)
           ORDER BY subscriptions.subscriber`,
          id,
          built,
          newsletter,
        )
      }
      await countUp(sql, this.#engine.each, { issues: 1 })
      return { id, newsletter, date, slot, state, revision, built, finished: null, content }
    })
  }

  async #find(where: string, ...values: Value[]): Promise<Issue[]> {
    return (await this.#engine.all<IssueRow>(`${ISSUE} WHERE ${where}`, ...values)).map(toIssue)
  }

  async byDate(newsletter: string, date: string): Promise<Issue | null> {
    const [issue] = await this.#find('newsletter = $1 AND date = $2', newsletter, date)
    return issue ?? null
  }

  list(newsletter: string, { before, limit }: { readonly before?: string; readonly limit: number }): Promise<Issue[]> {
    // Greater than every date.
    const end = before ?? '~'
    const where = "newsletter = $1 AND date < $2 AND state IN ('sending', 'sent') ORDER BY date DESC LIMIT $3"
    return this.#find(where, newsletter, end, limit)
  }

  async latest(newsletter: string): Promise<Issue | null> {
    const [issue] = await this.#find('newsletter = $1 ORDER BY slot DESC LIMIT 1', newsletter)
    return issue ?? null
  }

  sending(): Promise<Issue[]> {
    return this.#find("state = 'sending' AND stopped IS NULL ORDER BY slot, id")
  }

  progress(id: string): Promise<Progress[]> {
    return this.#engine.all<Progress>(
      `SELECT state, CAST(sum(count) AS BIGINT) AS count FROM (
         SELECT state, count(*) AS count FROM deliveries WHERE issue = $1 GROUP BY state
         UNION ALL SELECT state, count FROM forgotten WHERE issue = $1
       ) AS both_kept GROUP BY state ORDER BY state`,
      id,
    )
  }

  async revision(): Promise<number> {
    return (await readCounters(this.#engine)).issues
  }

  claim(id: string, limit: number, now: number): Promise<Delivery[]> {
    return claim(this.#engine, id, limit, now)
  }

  record(
    outcomes: readonly { readonly delivery: Delivery; readonly outcome: Outcome }[],
    options: { readonly now: number; readonly bounceLimit: number },
  ): Promise<void> {
    return record(this.#engine, outcomes, options)
  }

  release(deliveries: readonly Delivery[]): Promise<void> {
    return release(this.#engine, deliveries)
  }

  reconcile(id: string, before: number): Promise<number> {
    return reconcile(this.#engine, id, before)
  }

  async due(id: string): Promise<number | null> {
    const [row] = await this.#engine.all<{ due: number | null }>(
      `SELECT coalesce(
         (SELECT min(due) FROM deliveries WHERE issue = $1 AND state = 'waiting'),
         (SELECT min(at) FROM deliveries WHERE issue = $1 AND state = 'handed')
       ) AS due`,
      id,
    )
    return row?.due ?? null
  }

  async stop(newsletter: string, now: number): Promise<Issue[]> {
    const held = "UPDATE issues SET stopped = $2 WHERE newsletter = $1 AND state = 'sending' AND stopped IS NULL"
    return this.#change(`${held} RETURNING id`, newsletter, now)
  }

  async resume(newsletter: string): Promise<Issue[]> {
    const free = "UPDATE issues SET stopped = NULL WHERE newsletter = $1 AND state = 'sending' AND stopped IS NOT NULL"
    return this.#change(`${free} RETURNING id`, newsletter)
  }

  /** @param statement one that returns ids @returns the issues that it has changed, oldest first */
  #change(statement: string, ...values: Value[]): Promise<Issue[]> {
    return this.#engine.write(async (sql) => {
      const ids = (await sql.all<{ id: string }>(statement, ...values)).map(({ id }) => ({ id }))
      const among = `id IN (SELECT item.id FROM ${this.#engine.each('$1', { id: 'text' })})`
      return (await sql.all<IssueRow>(`${ISSUE} WHERE ${among} ORDER BY slot, id`, listed(ids))).map(toIssue)
    })
  }

  async finish(id: string, now: number): Promise<void> {
    const end = (sql: Sql) =>
      sql.run(
        `UPDATE issues SET state = 'sent', finished = $2, stopped = NULL WHERE id = $1 AND state = 'sending'
       AND NOT EXISTS (SELECT 1 FROM deliveries WHERE issue = $1 AND state = 'waiting')
       AND NOT EXISTS (SELECT 1 FROM deliveries WHERE issue = $1 AND state = 'handed')`,
        id,
        now,
      )
    await this.#engine.write(end)
  }

  retryUnsure(id: string): Promise<number> {
    return retryUnsure(this.#engine, id)
  }

  forget(before: number): Promise<number> {
    return forget(this.#engine, before)
  }
}
