import { readMailAddress } from '../address/mail-address.ts'
import type { Subscriber } from '../model.ts'
import { preferencesToken, readPreferences } from '../tokens/links.ts'
import { say, seeOther } from './answers.ts'
import { consentText } from './consent.ts'
import { type Form, readForm } from './form.ts'
import { chosenOf, type Parts } from './parts.ts'
import { endOfPause } from './pause.ts'
import type { Said } from './said.ts'
import { isSameAddress, LINK_LIFE } from './settle.ts'
import { sealChange } from './state.ts'

/** What an action leads to: what the page says of it, and the address that was typed where it is about one. */
interface Done {
  readonly said: Said
  readonly address?: string
}

type Action = (subscriber: Subscriber, form: Form, parts: Parts) => Promise<Done | null>

/** Whose link this is; null for one that is forged, void, or of somebody who was deleted. */
export async function holderOf({ newsletters }: Pick<Parts, 'newsletters'>, token: string): Promise<Subscriber | null> {
  const link = readPreferences(newsletters.key, token)
  if (link === null) return null
  const subscriber = await newsletters.repository.subscribers.byId(link.id)
  return subscriber?.epoch === link.epoch ? subscriber : null
}

/**
 * Does what a reader has chosen on the page of their preferences, and leads back there. The token in the form says who it
 * is, and nobody else can know it: no other proof is needed. Doing the same twice is doing it once.
 */
export async function changePreferences(request: Request, parts: Parts): Promise<Response> {
  const form = await readForm(request)
  if ('status' in form) return say(form.status, form.why)
  const { newsletters, now } = parts
  const token = form.get('token') ?? ''
  const asked = form.get('do') ?? ''
  const subscriber = await holderOf(parts, token)
  if (subscriber === null) {
    const isErased = asked === 'erase' && readPreferences(newsletters.key, token) !== null
    return seeOther(isErased ? DELETED : `/subscribe/preferences?token=${encodeURIComponent(token)}`)
  }
  if (asked === 'erase') {
    await newsletters.repository.subscribers.erase(subscriber.id)
    return seeOther(DELETED)
  }
  const done = await ACTIONS.get(asked)?.(subscriber, form, parts)
  const page = new URLSearchParams({ token: preferencesToken(newsletters.key, subscriber) })
  if (done) page.set('said', done.said)
  if (done?.address !== undefined) {
    const error = done.said === 'address-sent' ? null : done.said
    page.set('state', sealChange(newsletters, { address: done.address, error }, now))
  }
  return seeOther(`/subscribe/preferences?${page}`)
}

const DELETED = '/subscribe/deleted'

const choose: Action = async ({ id }, form, { newsletters, titles, publication, now }) => {
  const consent = { form: 'preferences', text: consentText(publication.name, []) }
  await newsletters.repository.subscribers.choose(id, chosenOf(form.getAll('newsletter'), titles), consent, now)
  return { said: 'chosen' }
}

const pause: Action = async ({ id }, form, { newsletters, now }) => {
  const until = endOfPause(form.get('weeks') ?? '', now)
  if (until === null) return null
  await newsletters.repository.subscribers.pause(id, until)
  return { said: 'paused' }
}

const resume: Action = async ({ id }, _form, { newsletters }) => {
  await newsletters.repository.subscribers.pause(id, null)
  return { said: 'resumed' }
}

const leave: Action = async ({ id }, _form, { newsletters, now }) => {
  await newsletters.repository.subscribers.unsubscribe(id, null, now)
  return { said: 'left' }
}

/** Asks at the new address whether it wants to be one. The old one goes on until that is confirmed. */
const changeAddress: Action = async (subscriber, form, parts) => {
  const { newsletters, limits, network, publication, now } = parts
  const typed = form.get('address') ?? ''
  const address = readMailAddress(typed)
  if (address === null) return { said: 'address-wrong', address: typed }
  if (isSameAddress(address, subscriber.address)) return { said: 'address-same', address }
  if (!(await limits.take(address, network))) return { said: 'limited', address }
  await newsletters.repository.desk.apply({
    kind: 'change',
    address,
    newsletters: subscriber.newsletters,
    subscriber: subscriber.id,
    form: 'preferences',
    text: consentText(publication.name, []),
    asked: now,
    expires: now + LINK_LIFE,
  })
  parts.wake()
  return { said: 'address-sent', address }
}

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['choose', choose],
  ['pause', pause],
  ['resume', resume],
  ['address', changeAddress],
  ['leave', leave],
])
