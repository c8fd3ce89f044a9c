import { FORMS } from '../../content/catalog/keys.ts'
import { note } from '../../content/catalog/reading.ts'
import type { Application, Subscriber } from '../model.ts'
import { type Newsletters, openedNewsletters, openNewsletters } from '../open.ts'
import { dayToken, freshToken as freshOf } from '../tokens/form-token.ts'
import { readConfirm, readUnsubscribe } from '../tokens/links.ts'
import { holderOf } from './preferences.ts'
import { type Change, openChange, openSent, openState, type Place, type Sent, type SignUpState } from './state.ts'

/** How long a page waits for the key of its form, and how long after that has failed it does not try; milliseconds. */
const PATIENCE = 1_000
const REST = 30_000

let failed = Number.NEGATIVE_INFINITY

/**
 * The token of the form at a place, for a page that is kept and shown to many. It is the same for a whole day.
 * @param now milliseconds since the epoch
 * @returns '' while the store cannot be reached, which no page has to wait for: a form without a token is taken in two
 * steps, and the page is made anew when the store is there
 */
export async function formToken(place: Place, now: number): Promise<string> {
  const isResting = now >= failed && now - failed < REST
  const opening = isResting ? openedNewsletters() : openNewsletters()
  const newsletters = opening === undefined ? null : await soon(opening)
  if (newsletters !== null) return dayToken(newsletters.key, place, now)
  if (!isResting) failed = now
  note(FORMS)
  return ''
}

async function soon(opening: Promise<Newsletters>): Promise<Newsletters | null> {
  const timer = Promise.withResolvers<null>()
  const waiting = setTimeout(timer.resolve, PATIENCE, null)
  try {
    return await Promise.race([opening, timer.promise])
  } catch {
    return null
  } finally {
    clearTimeout(waiting)
  }
}

/** The token of the form on the page `/subscribe`, made for one reader. */
export const freshToken = async (now: number): Promise<string> => freshOf((await openNewsletters()).key, now)

/** What was filled in and why it was not taken, for `/subscribe`; null for a state that is forged or an hour old. */
export const readState = async (sealed: string, now: number): Promise<SignUpState | null> =>
  openState(await openNewsletters(), sealed, now)

/** What was taken, for `/subscribe/sent`; null for a state that is forged or an hour old. */
export const readSent = async (sealed: string, now: number): Promise<Sent | null> =>
  openSent(await openNewsletters(), sealed, now)

/** The other address that was typed, for `/subscribe/preferences`; null for a state that is forged or an hour old. */
export const readChange = async (sealed: string, now: number): Promise<Change | null> =>
  openChange(await openNewsletters(), sealed, now)

/** What a link confirms, also when it has been confirmed; null when the link is forged or over. Changes nothing. */
export async function confirmationOf(token: string, now: number): Promise<Application | null> {
  const { key, repository } = await openNewsletters()
  const link = readConfirm(key, token, now)
  return link && repository.desk.application(link.id)
}

/** Whose preferences a link opens; null when it is forged, void, or of somebody who was deleted. */
export const preferencesOf = async (token: string): Promise<Subscriber | null> =>
  holderOf({ newsletters: await openNewsletters() }, token)

/** What a link ends, and whether its reader gets that now; null when it is forged. Changes nothing. */
export async function unsubscriptionOf(
  token: string,
): Promise<{ readonly newsletter: string; readonly gets: boolean } | null> {
  const { key, repository } = await openNewsletters()
  const link = readUnsubscribe(key, token)
  if (link === null) return null
  const subscriber = await repository.subscribers.byId(link.id)
  const gets = subscriber?.epoch === link.epoch && subscriber.newsletters.includes(link.newsletter)
  return { newsletter: link.newsletter, gets }
}
