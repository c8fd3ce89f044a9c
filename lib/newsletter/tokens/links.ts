import type { Application, Subscriber } from '../model.ts'
import { readToken, signToken } from './mac.ts'

/** Whose link it is: void once their epoch is another one. */
interface Holder {
  readonly id: string
  readonly epoch: number
}

/**
 * The links that mails carry. They hold random ids and no address, so that nothing can be read from a history or log
 * that they end up in.
 */
export class Links {
  readonly #key: Buffer
  readonly #site: string

  /** @param siteUrl the address of the site, with or without a slash at its end */
  constructor(key: Buffer, siteUrl: string) {
    this.#key = key
    this.#site = siteUrl.replace(/\/+$/, '')
  }

  /** Leads to a page with a button that confirms; good until the application is over. */
  confirm = (application: Pick<Application, 'id' | 'expires'>): string =>
    `${this.#site}/subscribe/confirm?token=${confirmToken(this.#key, application)}`

  preferences = (subscriber: Pick<Subscriber, 'id' | 'epoch'>): string =>
    `${this.#site}/subscribe/preferences?token=${preferencesToken(this.#key, subscriber)}`

  /**
   * Ends one newsletter: by a POST without further ado, and for those who open it with a button on a page. The same
   * stands in the header and in the text of a mail.
   */
  unsubscribe = (subscriber: Pick<Subscriber, 'id' | 'epoch'>, newsletter: string): string =>
    `${this.#site}/unsubscribe/one-click?token=${unsubscribeToken(this.#key, subscriber, newsletter)}`

  /** The web version of an issue. */
  issue = (newsletter: string, date: string): string => `${this.#site}/newsletters/${newsletter}/${date}`
}

/** What `readConfirm` reads. */
const confirmToken = (key: Buffer, { id, expires }: Pick<Application, 'id' | 'expires'>): string =>
  signToken(key, 'confirm', `${id}.${expires.toString(36)}`)

/** What `readPreferences` reads. */
export const preferencesToken = (key: Buffer, { id, epoch }: Holder): string =>
  signToken(key, 'preferences', `${id}.${epoch}`)

/** What `readUnsubscribe` reads. */
const unsubscribeToken = (key: Buffer, { id, epoch }: Holder, newsletter: string): string =>
  signToken(key, 'unsubscribe', `${id}.${epoch}.${newsletter}`)

/** Which application a link confirms; null when it is forged, or its time is over at `now`. */
export function readConfirm(key: Buffer, token: string, now: number): Pick<Application, 'id'> | null {
  const [id, expires] = readToken(key, 'confirm', token)?.split('.') ?? []
  if (id === undefined || expires === undefined) return null
  return now < Number.parseInt(expires, 36) ? { id } : null
}

/** Whose preferences a link opens, if their epoch is still this one; null when it is forged. */
export function readPreferences(key: Buffer, token: string): Holder | null {
  const [id, epoch] = readToken(key, 'preferences', token)?.split('.') ?? []
  return id === undefined || epoch === undefined ? null : { id, epoch: Number(epoch) }
}

/** Whom a link unsubscribes from what, if their epoch is still this one; null when it is forged. */
export function readUnsubscribe(key: Buffer, token: string): (Holder & { readonly newsletter: string }) | null {
  const [id, epoch, newsletter] = readToken(key, 'unsubscribe', token)?.split('.') ?? []
  if (id === undefined || epoch === undefined || newsletter === undefined) return null
  return { id, epoch: Number(epoch), newsletter }
}
