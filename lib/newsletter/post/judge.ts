import type { Outcome } from '../model.ts'
import { type Reply, readReply, withoutAddresses } from './reply.ts'

/** What a mail was answered with, or that it was not. */
export type Answer =
  | { readonly type: 'taken'; readonly said: string }
  /** `at` is what was refused: us as the sender, the recipient, or the text. */
  | { readonly type: 'refused'; readonly at: 'sender' | 'recipient' | 'text'; readonly said: string }
  /** No answer came. `isComplete` tells whether the server can have had the whole text, `isBegun` whether any of it. */
  | { readonly type: 'lost'; readonly isBegun: boolean; readonly isComplete: boolean; readonly said: string }

/** What an answer means. */
export type Verdict =
  /** For the recipient; `isOurs` when it may be us whom the server does not like, and others would fare the same. */
  | { readonly type: 'outcome'; readonly outcome: Outcome; readonly isOurs: boolean }
  /** The server takes nothing from us: no fault of the recipient's. `isLasting` when only an operator can mend it. */
  | { readonly type: 'down'; readonly reply: string; readonly isLasting: boolean }

/** Attempts for one recipient, in about half a day. */
const ATTEMPTS = 8
const FIRST_WAIT = 5 * 60_000

/**
 * When a recipient who could not be served is tried again: after 5 minutes, then twice as long each time, a little more
 * or less so that not all come back at once.
 * @param attempt the one that has failed, from 1
 * @param random from 0 up to 1
 * @returns milliseconds; null for never
 */
export const waitAfter = (attempt: number, random: number): number | null =>
  attempt >= ATTEMPTS ? null : Math.round(FIRST_WAIT * 2 ** (attempt - 1) * (0.8 + 0.4 * random))

/**
 * Judges what became of a mail. A refusal is laid to the address only where the server says that it is the address's
 * fault; refusals of our login, sender, text or manners never count against a reader.
 * @param attempt which attempt it was, from 1
 * @see https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3
 * @see https://www.iana.org/assignments/smtp-enhanced-status-codes
 */
export function judge(
  answer: Answer,
  { attempt, now, random }: { attempt: number; now: number; random: number },
): Verdict {
  const reply = withoutAddresses(answer.said)
  const later = (isOurs: boolean): Verdict => {
    const wait = waitAfter(attempt, random)
    if (wait === null) return { type: 'outcome', outcome: { type: 'failed', reply, isBounce: false }, isOurs }
    return { type: 'outcome', outcome: { type: 'later', reply, next: now + wait }, isOurs }
  }
  if (answer.type === 'taken') return { type: 'outcome', outcome: { type: 'sent', reply }, isOurs: false }
  if (answer.type === 'lost') {
    if (!answer.isComplete) return later(true)
    return { type: 'outcome', outcome: { type: 'unsure', reply }, isOurs: true }
  }
  const refusal = readReply(answer.said)
  // Words that are no reply after the whole text: nobody knows what they mean.
  if (refusal === null || refusal.code < 400)
    return answer.at === 'text' ? { type: 'outcome', outcome: { type: 'unsure', reply }, isOurs: true } : later(true)
  const isTooBig = refusal.code === 552 || isStatus(refusal, 3, 4)
  if (answer.at === 'sender' && !isTooBig) return { type: 'down', reply, isLasting: refusal.code >= 500 }
  if (refusal.code < 500) return later(refusal.code === 421)
  if (isAboutUs(refusal)) return later(true)
  const isBounce = answer.at !== 'sender' && isAboutAddress(refusal, answer.at)
  return { type: 'outcome', outcome: { type: 'failed', reply, isBounce }, isOurs: !isBounce }
}

const isStatus = ({ status }: Reply, subject: number, ...details: readonly number[]): boolean =>
  status !== null && status[1] === subject && (details.length === 0 || details.includes(status[2]))

/** No login, a wrong one, one without TLS, or a sender whom the server does not know. */
const isAboutUs = (reply: Reply): boolean =>
  [530, 534, 535, 538].includes(reply.code) || isStatus(reply, 1, 7, 8) || isStatus(reply, 7, 8, 9, 11)

/** Codes that say that there is no such address, or none that takes mail, by which command they answer. */
function isAboutAddress(reply: Reply, at: 'recipient' | 'text'): boolean {
  // Bare codes after the text may as well be for the text.
  if (reply.status === null) return at === 'recipient' && [521, 550, 551, 552, 553, 556].includes(reply.code)
  // No such mailbox or domain; a mailbox that is closed or full; no way to the domain.
  if (isStatus(reply, 1) || isStatus(reply, 2, 0, 1, 2, 4) || isStatus(reply, 4)) return true
  // “Other”: some large providers say so of mailboxes that do not exist.
  return at === 'recipient' && reply.code === 550 && (isStatus(reply, 5, 0) || isStatus(reply, 0, 0))
}
