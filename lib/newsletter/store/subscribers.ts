import { foldAddress } from '../address/mail-address.ts'
import type { Consent, DeliveryState, Subscriber } from '../model.ts'
import { countUp } from './counters.ts'
import { addRows, allRows } from './crowd.ts'
import type { Row, Subscribers } from './repository.ts'
import { subscriberByFolded, subscriberById } from './rows.ts'
import { type Engine, listed, type Sql } from './sql.ts'

/** Those who get newsletters, one at a time; see `crowd.ts` for all of them. */
export class SqlSubscribers implements Subscribers {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  byId(id: string): Promise<Subscriber | null> {
    return subscriberById(this.#engine, id)
  }

  byAddress(address: string): Promise<Subscriber | null> {
    return subscriberByFolded(this.#engine, foldAddress(address))
  }

  consents(id: string): Promise<Consent[]> {
    const all =
      'SELECT newsletter, asked, confirmed, form, text FROM subscriptions WHERE subscriber = $1 ORDER BY newsletter'
    return this.#engine.all<Consent>(all, id)
  }

  choose(
    id: string,
    newsletters: readonly string[],
    consent: Pick<Consent, 'form' | 'text'>,
    now: number,
  ): Promise<Subscriber | null> {
    return this.#engine.write(async (sql) => {
      const before = await subscriberById(sql, id)
      if (before === null) return null
      const ended = before.newsletters.filter((newsletter) => !newsletters.includes(newsletter))
      await this.#end(sql, id, ended, now)
      await sql.run(
        `INSERT INTO subscriptions (subscriber, newsletter, asked, confirmed, form, text)
         SELECT $1, newsletter, $2, $2, $3, $4 FROM ${this.#engine.each('$5', { newsletter: 'text' })} WHERE true
         ON CONFLICT (subscriber, newsletter) DO NOTHING`,
        id,
        now,
        consent.form,
        consent.text,
        listed(newsletters.map((newsletter) => ({ newsletter }))),
      )
      return subscriberById(sql, id)
    })
  }

  async pause(id: string, until: number | null): Promise<void> {
    await this.#engine.run('UPDATE subscribers SET paused_until = $2 WHERE id = $1', id, until)
  }

  unsubscribe(id: string, newsletter: string | null, now: number): Promise<boolean> {
    return this.#engine.write(async (sql) => {
      const before = (await subscriberById(sql, id))?.newsletters ?? []
      const ended = newsletter === null ? before : before.filter((slug) => slug === newsletter)
      await this.#end(sql, id, ended, now)
      return ended.length > 0
    })
  }

  async #end(sql: Sql, id: string, newsletters: readonly string[], now: number): Promise<void> {
    if (newsletters.length === 0) return
    const these = this.#engine.each('$2', { newsletter: 'text' })
    const list = listed(newsletters.map((newsletter) => ({ newsletter })))
    await sql.run(
      `DELETE FROM subscriptions WHERE subscriber = $1 AND newsletter IN (SELECT newsletter FROM ${these})`,
      id,
      list,
    )
    await sql.run(
      `UPDATE deliveries SET state = 'dropped', at = $3 WHERE subscriber = $1 AND state = 'waiting'
       AND issue IN (SELECT id FROM issues WHERE newsletter IN (SELECT newsletter FROM ${these}))`,
      id,
      list,
      now,
    )
    await countUp(sql, this.#engine.each, { unsubscriptions: newsletters.length })
  }

  erase(id: string): Promise<void> {
    return this.#engine.write(async (sql) => {
      const subscriber = await subscriberById(sql, id)
      if (subscriber === null) return
      await this.#forgetDeliveries(sql, id)
      const folded = foldAddress(subscriber.address)
      await sql.run('DELETE FROM letters WHERE folded = $1', folded)
      await sql.run('DELETE FROM applications WHERE folded = $1', folded)
      // Subscriptions go with it, and applications and letters that are about it.
      await sql.run('DELETE FROM subscribers WHERE id = $1', id)
      await countUp(sql, this.#engine.each, { unsubscriptions: subscriber.newsletters.length })
    })
  }

  /** Whether someone who is with the mail server just now got the mail will not be known: nobody is left to note it of. */
  async #forgetDeliveries(sql: Sql, id: string): Promise<void> {
    const handed = "SELECT 1 AS one FROM deliveries WHERE subscriber = $1 AND state = 'handed'"
    await countUp(sql, this.#engine.each, { unsure: (await sql.all(handed, id)).length })
    await sql.run(
      `INSERT INTO forgotten (issue, state, count)
       SELECT issue, CASE state WHEN 'waiting' THEN 'dropped' WHEN 'handed' THEN 'unsure' ELSE state END, 1
       FROM deliveries WHERE subscriber = $1
       ON CONFLICT (issue, state) DO UPDATE SET count = forgotten.count + 1`,
      id,
    )
    await sql.run('DELETE FROM deliveries WHERE subscriber = $1', id)
  }

  deliveries(id: string) {
    return this.#engine.all<{ newsletter: string; date: string; state: DeliveryState; at: number }>(
      `SELECT issues.newsletter, issues.date, deliveries.state, deliveries.at
       FROM deliveries JOIN issues ON issues.id = deliveries.issue
       WHERE deliveries.subscriber = $1 ORDER BY issues.slot DESC, issues.newsletter`,
      id,
    )
  }

  /** All that there are, less those who get nothing now: they are few, and have an index that SQLite is led to by the order. */
  async counts(now: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#engine.all<{ newsletter: string; count: number }>(
      `SELECT newsletter, CAST(sum(count) AS BIGINT) AS count FROM (
         SELECT newsletter, count(*) AS count FROM subscriptions GROUP BY newsletter
         UNION ALL
         SELECT newsletter, -count(*) FROM subscribers CROSS JOIN subscriptions
         WHERE (stopped IS NOT NULL OR paused_until IS NOT NULL) AND (stopped IS NOT NULL OR paused_until > $1)
           AND subscriptions.subscriber = subscribers.id
         GROUP BY newsletter
       ) AS counted GROUP BY newsletter ORDER BY newsletter`,
      now,
    )
    return new Map(rows.map(({ newsletter, count }) => [newsletter, count]))
  }

  all(): AsyncIterable<Row> {
    return allRows(this.#engine)
  }

  add(rows: Iterable<Row> | AsyncIterable<Row>): Promise<{ readonly added: number; readonly known: number }> {
    return this.#engine.write((sql) => addRows(sql, this.#engine.each, rows))
  }
}
