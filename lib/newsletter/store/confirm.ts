import { foldAddress } from '../address/mail-address.ts'
import type { Application, Subscriber } from '../model.ts'
import { countUp } from './counters.ts'
import { newId } from './ids.ts'
import { putLetter } from './letters.ts'
import type { Confirmed } from './repository.ts'
import { applicationById, subscriberByFolded, subscriberById } from './rows.ts'
import { type Engine, listed, type Sql } from './sql.ts'

/** See `Desk.confirm`. */
export async function confirm(sql: Sql, each: Engine['each'], id: string, now: number): Promise<Confirmed> {
  const application = await applicationById(sql, id)
  if (application === null || application.expires <= now) return { type: 'gone' }
  if (application.confirmed !== null) return confirmedBefore(sql, application)
  const subscriber =
    application.kind === 'sign-up' ? await signUp(sql, application, now) : await moveTo(sql, application, now)
  if (subscriber === null) return { type: 'gone' }
  await sql.run(
    'UPDATE applications SET confirmed = $2, subscriber = $3, settled = 1 WHERE id = $1',
    id,
    now,
    subscriber,
  )
  await sql.run("DELETE FROM letters WHERE application = $1 AND state = 'waiting'", id)
  if (application.kind === 'sign-up') {
    await subscribe(sql, each, subscriber, application, now)
    await countUp(sql, each, { confirmations: 1 })
  }
  return confirmedAs(sql, subscriber, { ...application, confirmed: now, subscriber }, false)
}

/** The link of an address that has been given up leads nobody to the one that came after it. */
async function confirmedBefore(sql: Sql, application: Application): Promise<Confirmed> {
  const subscriber = application.subscriber === null ? null : await subscriberById(sql, application.subscriber)
  if (subscriber === null || foldAddress(subscriber.address) !== foldAddress(application.address))
    return { type: 'gone' }
  return { type: 'confirmed', subscriber, application, again: true }
}

async function confirmedAs(sql: Sql, id: string, application: Application, again: boolean): Promise<Confirmed> {
  const subscriber = (await subscriberById(sql, id)) as Subscriber
  return { type: 'confirmed', subscriber, application, again }
}

/** @returns the id of whoever has the address from now on; it is written as it was confirmed last, and takes mail again */
async function signUp(sql: Sql, { address }: Application, now: number): Promise<string> {
  const folded = foldAddress(address)
  const known = await subscriberByFolded(sql, folded)
  if (known !== null) {
    const anew = 'UPDATE subscribers SET address = $2, stopped = NULL, bounces = 0 WHERE id = $1'
    await sql.run(anew, known.id, address)
    return known.id
  }
  const id = newId()
  await sql.run(
    `INSERT INTO subscribers (id, address, folded, paused_until, stopped, epoch, bounces, joined)
     VALUES ($1, $2, $3, NULL, NULL, 0, 0, $4)`,
    id,
    address,
    folded,
    now,
  )
  return id
}

/** Whoever gets a newsletter already keeps the consent that was given first. */
async function subscribe(sql: Sql, each: Engine['each'], id: string, application: Application, now: number) {
  await sql.run(
    `INSERT INTO subscriptions (subscriber, newsletter, asked, confirmed, form, text)
     SELECT $1, newsletter, $2, $3, $4, $5 FROM ${each('$6', { newsletter: 'text' })} WHERE true
     ON CONFLICT (subscriber, newsletter) DO NOTHING`,
    id,
    application.asked,
    now,
    application.form,
    application.text,
    listed(application.newsletters.map((newsletter) => ({ newsletter }))),
  )
}

/** Gives a subscriber another address, and tells the one before. @returns the subscriber's id; null when it cannot be done */
async function moveTo(sql: Sql, { id, address, subscriber }: Application, now: number): Promise<string | null> {
  const before = subscriber === null ? null : await subscriberById(sql, subscriber)
  if (before === null) return null
  const holder = await subscriberByFolded(sql, foldAddress(address))
  if (holder !== null && holder.id !== before.id) return null
  await sql.run(
    `UPDATE subscribers SET address = $2, folded = $3, epoch = epoch + 1, stopped = NULL, bounces = 0 WHERE id = $1`,
    before.id,
    address,
    foldAddress(address),
  )
  // What was asked for by links that are void now is void as well.
  const others = "DELETE FROM applications WHERE subscriber = $1 AND kind = 'change' AND confirmed IS NULL AND id <> $2"
  await sql.run(others, before.id, id)
  await putLetter(sql, { kind: 'changed', address: before.address, application: null, subscriber: before.id }, now)
  return before.id
}
