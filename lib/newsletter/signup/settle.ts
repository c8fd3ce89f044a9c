import { foldAddress } from '../address/mail-address.ts'
import type { Application } from '../model.ts'
import type { Decision, Facts } from '../store/repository.ts'

const HOUR = 3_600_000

/** How long the link of a confirmation mail is good; milliseconds. */
export const LINK_LIFE = 48 * HOUR

/** How long after the first mail, not confirmed, the one reminder is sent; milliseconds. */
export const REMIND_AFTER = 24 * HOUR

/** Mails that ask for one confirmation, at most. */
const MAILS = 2

/** Who asks again so soon has pressed a button twice, and a mail is on its way. */
const TWICE = 5 * 60_000

/** Someone is told at most once in this time that they get already what was asked for; milliseconds. */
const TELL_AFTER = 24 * HOUR

/**
 * Decides what comes of an application, so that nobody can have mails sent to an address without end by filling in forms:
 * two for one application, and while it is open further ones join it. It runs after the answer, which says the same to
 * everybody.
 */
export function settleRule(facts: Facts): Decision {
  return facts.application.kind === 'change' ? settleChange(facts) : settleSignUp(facts)
}

function settleSignUp({ application, subscriber, pending, told }: Facts): Decision {
  if (subscriber !== null && subscriber.stopped === null && hasAll(subscriber.newsletters, application.newsletters)) {
    return { type: 'drop', letter: isDue(told, application.asked) ? 'known' : null }
  }
  if (pending === null) return { type: 'keep', letter: 'confirm' }
  return { type: 'merge', letter: isMailedAgain(application, pending) ? 'reminder' : null }
}

function settleChange({ application, subscriber, pending, told }: Facts): Decision {
  // Their own address: there is nothing to change. Somebody else's: they are told that they are known, as by a sign-up.
  if (subscriber !== null) {
    const isOwn = subscriber.id === application.subscriber
    return { type: 'drop', letter: !isOwn && isDue(told, application.asked) ? 'known' : null }
  }
  if (pending === null) return { type: 'keep', letter: 'change' }
  return { type: 'merge', letter: isMailedAgain(application, pending) ? 'change' : null }
}

const isMailedAgain = ({ asked }: Application, pending: Application): boolean =>
  pending.mails < MAILS && asked - pending.asked >= TWICE

const isDue = (told: number | null, now: number): boolean => told === null || now - told >= TELL_AFTER

const hasAll = (those: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((newsletter) => those.includes(newsletter))

/** Whether two addresses are one. */
export const isSameAddress = (one: string, other: string): boolean => foldAddress(one) === foldAddress(other)
