import { foldAddress } from '../address/mail-address.ts'
import type { Application, Letter, Outcome } from '../model.ts'
import { confirm } from './confirm.ts'
import { countUp } from './counters.ts'
import { newId } from './ids.ts'
import { claimLetters, putLetter, reclaimLetters, recordLetter } from './letters.ts'
import type { Confirmed, Decision, Desk, Facts, NewApplication } from './repository.ts'
import { applicationById, applicationsWhere, subscriberByFolded } from './rows.ts'
import type { Engine, Sql } from './sql.ts'

/** Applications, and letters about them. */
export class SqlDesk implements Desk {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async apply(application: NewApplication): Promise<void> {
    const { kind, address, newsletters, subscriber, form, text, asked, expires } = application
    await this.#engine.run(
      `INSERT INTO applications
         (id, kind, address, folded, newsletters, subscriber, form, text, asked, expires, settled, mails, confirmed)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, NULL
       WHERE CAST($6 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM subscribers WHERE id = $6)`,
      newId(),
      kind,
      address,
      foldAddress(address),
      JSON.stringify(newsletters),
      subscriber,
      form,
      text,
      asked,
      expires,
    )
  }

  async settle(now: number, decide: (facts: Facts) => Decision): Promise<number> {
    let count = 0
    while (await this.#engine.write((sql) => this.#settleOne(sql, now, decide))) count += 1
    return count
  }

  async #settleOne(sql: Sql, now: number, decide: (facts: Facts) => Decision): Promise<boolean> {
    const [application] = await applicationsWhere(sql, 'settled = 0 ORDER BY asked, id LIMIT 1')
    if (application === undefined) return false
    const facts = await factsOf(sql, application, now)
    if (application.kind === 'sign-up') await countUp(sql, this.#engine.each, { signups: 1 })
    await carryOut(sql, facts, decide(facts), now)
    return true
  }

  remind(before: number, now: number): Promise<number> {
    return this.#engine.write(async (sql) => {
      const forgetful = await applicationsWhere(
        sql,
        `kind = 'sign-up' AND settled = 1 AND mails = 1 AND confirmed IS NULL AND asked < $1 AND expires > $2
         AND NOT EXISTS (SELECT 1 FROM letters WHERE letters.application = applications.id)
         ORDER BY asked, id`,
        before,
        now,
      )
      for (const { id, address } of forgetful)
        await putLetter(sql, { kind: 'reminder', address, application: id, subscriber: null }, now)
      return forgetful.length
    })
  }

  application(id: string): Promise<Application | null> {
    return applicationById(this.#engine, id)
  }

  confirm(id: string, now: number): Promise<Confirmed> {
    return this.#engine.write((sql) => confirm(sql, this.#engine.each, id, now))
  }

  claimLetters(limit: number, now: number): Promise<Letter[]> {
    return claimLetters(this.#engine, limit, now)
  }

  recordLetter(id: string, outcome: Outcome, now: number): Promise<void> {
    return recordLetter(this.#engine, id, outcome, now)
  }

  reclaimLetters(before: number): Promise<number> {
    return reclaimLetters(this.#engine, before)
  }

  async backlog(): Promise<{ readonly count: number; readonly due: number | null }> {
    const [row] = await this.#engine.all<{ count: number; due: number | null }>(
      `SELECT count(*) AS count, min(due) AS due FROM (
         SELECT asked AS due FROM applications WHERE settled = 0
         UNION ALL SELECT due FROM letters WHERE state = 'waiting'
         UNION ALL SELECT NULL FROM letters WHERE state = 'handed'
       ) AS waiting`,
    )
    return row ?? { count: 0, due: null }
  }

  forget(before: number): Promise<number> {
    return this.#engine.write(async (sql) => {
      const applications = await sql.run('DELETE FROM applications WHERE expires < $1', before)
      return applications + (await sql.run("DELETE FROM letters WHERE state = 'sent' AND at < $1", before))
    })
  }
}

/** What is to be known of an application to decide on it. */
async function factsOf(sql: Sql, application: Application, now: number): Promise<Facts> {
  const folded = foldAddress(application.address)
  const subscriber = await subscriberByFolded(sql, folded)
  const [pending] = await applicationsWhere(
    sql,
    `folded = $1 AND settled = 1 AND confirmed IS NULL AND expires > $2 AND kind = $3
     AND coalesce(subscriber, '') = $4 ORDER BY asked DESC, id DESC LIMIT 1`,
    folded,
    now,
    application.kind,
    application.subscriber ?? '',
  )
  return { application, subscriber, pending: pending ?? null, told: await toldWhen(sql, subscriber?.id) }
}

async function toldWhen(sql: Sql, subscriber: string | undefined): Promise<number | null> {
  if (subscriber === undefined) return null
  const newest = "SELECT max(made) AS made FROM letters WHERE subscriber = $1 AND kind = 'known'"
  const [row] = await sql.all<{ made: number | null }>(newest, subscriber)
  return row?.made ?? null
}

/** @throws when the decision does not fit the facts */
async function carryOut(sql: Sql, facts: Facts, decision: Decision, now: number): Promise<void> {
  const { application, pending, subscriber } = facts
  const { id, address } = application
  switch (decision.type) {
    case 'keep':
      await sql.run('UPDATE applications SET settled = 1 WHERE id = $1', id)
      if (decision.letter === null) return
      return putLetter(
        sql,
        { kind: decision.letter, address, application: id, subscriber: application.subscriber },
        now,
      )
    case 'merge': {
      if (pending === null) throw new Error('An application cannot be merged: there is no other one.')
      const newsletters = [...new Set([...pending.newsletters, ...application.newsletters])]
      const text = bothTexts(pending.text, application.text)
      const add = 'UPDATE applications SET newsletters = $2, text = $3 WHERE id = $1'
      await sql.run(add, pending.id, JSON.stringify(newsletters), text)
      await sql.run('DELETE FROM applications WHERE id = $1', id)
      if (decision.letter === null) return
      const about = { address: pending.address, application: pending.id, subscriber: pending.subscriber }
      return putLetter(sql, { kind: decision.letter, ...about }, now)
    }
    case 'drop':
      await sql.run('DELETE FROM applications WHERE id = $1', id)
      if (decision.letter === null) return
      if (subscriber === null) throw new Error('A letter to someone known cannot be put out: nobody has the address.')
      return putLetter(
        sql,
        { kind: decision.letter, address: subscriber.address, application: null, subscriber: subscriber.id },
        now,
      )
  }
}

/** What the reader was told in each of two forms, a line each. */
const bothTexts = (one: string, other: string): string => (one.split('\n').includes(other) ? one : `${one}\n${other}`)
