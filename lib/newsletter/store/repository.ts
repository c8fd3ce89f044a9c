import type {
  Application,
  Consent,
  Delivery,
  DeliveryState,
  Issue,
  Letter,
  Outcome,
  Subscriber,
  Tallies,
} from '../model.ts'

/** What settles an application that has come in; see `settle`. */
export interface Facts {
  readonly application: Application
  /** Who has the address already. */
  readonly subscriber: Subscriber | null
  /** Another one for the same address, of the same kind and subscriber, that is not confirmed and not over; the newest. */
  readonly pending: Application | null
  /** When the newest `known` letter was put out for the subscriber; null when none is kept any more. */
  readonly told: number | null
}

/**
 * `merge` adds the newsletters of this application to the pending one, which stays. With a `letter` one is put out, and
 * one of kind `confirm`, `reminder` or `change` counts as a mail of the application that it is about.
 */
export type Decision =
  | { readonly type: 'keep'; readonly letter: Letter['kind'] | null }
  | { readonly type: 'merge'; readonly letter: 'reminder' | 'change' | null }
  | { readonly type: 'drop'; readonly letter: 'known' | null }

export type Confirmed =
  | {
      readonly type: 'confirmed'
      readonly subscriber: Subscriber
      readonly application: Application
      /** Whether it had been confirmed before: the same link again. */
      readonly again: boolean
    }
  /** No such application, its time is over, or its address has become somebody else's meanwhile. */
  | { readonly type: 'gone' }

export type NewApplication = Omit<Application, 'id' | 'mails' | 'confirmed'>

/** Those who ask, and mails to them. */
export interface Desk {
  /** Takes in what a form says, at the same cost whoever the address belongs to. Durable when the promise is kept. */
  apply(application: NewApplication): Promise<void>
  /**
   * Decides on each application that has come in, oldest first, each in a transaction of its own and by one process only.
   * @returns how many there were
   */
  settle(now: number, decide: (facts: Facts) => Decision): Promise<number>
  /** Puts out a reminder for each application that was mailed once before `before` and is neither confirmed nor over. @returns how many */
  remind(before: number, now: number): Promise<number>
  application(id: string): Promise<Application | null>
  /** Makes the applicant a subscriber, with consents, or changes the address. The same again changes nothing. */
  confirm(id: string, now: number): Promise<Confirmed>
  /** Takes on letters that are due, `limit` at most: durably before the promise is kept, and each by one process only. */
  claimLetters(limit: number, now: number): Promise<Letter[]>
  /** `unsure` counts as sent. */
  recordLetter(id: string, outcome: Outcome, now: number): Promise<void>
  /** Gives letters that were taken on before `before`, by a process that ended, to be sent again: better twice than never. @returns how many */
  reclaimLetters(before: number): Promise<number>
  /**
   * What waits: applications that have come in and letters that have not been sent, and when the first of them is due.
   * A letter that somebody has taken on is counted, but is not due.
   */
  backlog(): Promise<{ readonly count: number; readonly due: number | null }>
  /** Forgets applications whose time was over before `before`, and letters that were sent. @returns how many */
  forget(before: number): Promise<number>
}

/** A line of an export or import. */
export interface Row {
  readonly subscriber: Omit<Subscriber, 'id' | 'newsletters' | 'epoch'>
  readonly consents: readonly Consent[]
}

/** Those who get newsletters. Addresses are compared without regard to case. */
export interface Subscribers {
  byId(id: string): Promise<Subscriber | null>
  byAddress(address: string): Promise<Subscriber | null>
  consents(id: string): Promise<Consent[]>
  /** Makes these the newsletters that they get; those that are new come with a consent, given now. @returns as they are then */
  choose(
    id: string,
    newsletters: readonly string[],
    consent: Pick<Consent, 'form' | 'text'>,
    now: number,
  ): Promise<Subscriber | null>
  /** Nothing is sent until then; null ends a pause. */
  pause(id: string, until: number | null): Promise<void>
  /** Ends one newsletter, or all with null. What waits to be sent to them of it is dropped. Again changes nothing. @returns whether there was any */
  unsubscribe(id: string, newsletter: string | null, now: number): Promise<boolean>
  /** Deletes all that is kept of them: applications and letters to the address, and it in what was sent. */
  erase(id: string): Promise<void>
  /** What was sent to them, newest first, for those who ask what is kept. */
  deliveries(
    id: string,
  ): Promise<
    { readonly newsletter: string; readonly date: string; readonly state: DeliveryState; readonly at: number }[]
  >
  /** How many get each newsletter now, paused and stopped ones left out. */
  counts(now: number): Promise<ReadonlyMap<string, number>>
  /** Everybody, in the order of their addresses, without holding all of them at once. */
  all(): AsyncIterable<Row>
  /**
   * Adds those whose addresses are not known yet, in one transaction: none of them when reading `rows` fails.
   * @returns how many were added, and how many were known
   */
  add(rows: Iterable<Row> | AsyncIterable<Row>): Promise<{ readonly added: number; readonly known: number }>
}

export interface NewIssue extends Omit<Issue, 'id' | 'finished'> {
  readonly state: Exclude<Issue['state'], 'sent' | 'stopped'>
}

export interface Progress {
  readonly state: DeliveryState
  readonly count: number
}

/** Issues and what became of each recipient. */
export interface Issues {
  /**
   * Records an issue, once a newsletter and date; one that is `sending` with all its recipients: everybody who gets the
   * newsletter, is not paused at `built` and not stopped.
   * @returns null when there is one for the date already
   */
  create(issue: NewIssue): Promise<Issue | null>
  byDate(newsletter: string, date: string): Promise<Issue | null>
  /** Those that were or are being sent, or were stopped, newest first, from before `before` (a date) if that is given. */
  list(newsletter: string, options: { readonly before?: string; readonly limit: number }): Promise<Issue[]>
  /** The latest of any state. */
  latest(newsletter: string): Promise<Issue | null>
  /** Those that are being sent, oldest first. */
  sending(): Promise<Issue[]>
  progress(id: string): Promise<Progress[]>
  /** Goes up with each issue that is made, for those who keep pages of them. */
  revision(): Promise<number>
  /**
   * Takes on recipients who wait and are due, `limit` at most: `handed` and durable before the promise is kept, each by
   * one process only. Those who have unsubscribed, been stopped or erased meanwhile are `dropped` instead. Nobody while
   * the issue is stopped.
   */
  claim(id: string, limit: number, now: number): Promise<Delivery[]>
  /** What became of those, in one transaction. A bounce that makes `bounceLimit` in a row stops the subscriber; a success starts the count anew. */
  record(
    outcomes: readonly { readonly delivery: Delivery; readonly outcome: Outcome }[],
    options: { readonly now: number; readonly bounceLimit: number },
  ): Promise<void>
  /** Puts those that were not handed to the mail server after all back to waiting, as if they had not been claimed. */
  release(deliveries: readonly Delivery[]): Promise<void>
  /** Makes those that are `handed` since before `before` `unsure`: their process ended. @returns how many */
  reconcile(id: string, before: number): Promise<number>
  /** When the next recipient who waits is due; null when nobody waits or is with the mail server. */
  due(id: string): Promise<number | null>
  /**
   * Holds up the issues of a newsletter that are being sent, for all processes: from now on nobody is taken on. Those who
   * are with the mail server get theirs. @returns those issues, oldest first
   */
  stop(newsletter: string, now: number): Promise<Issue[]>
  /** Lets those that were stopped be gone on with. @returns them, oldest first */
  resume(newsletter: string): Promise<Issue[]>
  /** Ends an issue of which nobody waits. */
  finish(id: string, now: number): Promise<void>
  /** Those of whom it is not known whether they got it, to be sent again because an operator says so. @returns how many wait again */
  retryUnsure(id: string): Promise<number>
  /**
   * Of issues that ended, or were stopped, before `before`, forgets who got them, and keeps how many: what is kept of
   * readers would grow with each issue, and nobody asks for it any more. Who waited for one that was stopped gets it no
   * more. An issue a transaction. @returns how many recipients were forgotten
   */
  forget(before: number): Promise<number>
}

/** That only one process does something at a time. */
export interface Leases {
  /** Takes or keeps a lease. @returns whether `holder` has it until `until` */
  take(name: string, holder: string, now: number, until: number): Promise<boolean>
  release(name: string, holder: string): Promise<void>
}

/**
 * Where subscribers, consents and issues are kept. Unlike the catalog it cannot be made again from the content: back it
 * up. Every method is one transaction, and durable when its promise is kept.
 */
export interface Repository {
  readonly desk: Desk
  readonly subscribers: Subscribers
  readonly issues: Issues
  readonly leases: Leases
  tallies(): Promise<Tallies>
  /** 32 random bytes by a name, made when first asked for and the same ever after, for all processes. */
  secret(name: string): Promise<Buffer>
  close(): Promise<void>
}
