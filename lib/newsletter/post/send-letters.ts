import type { Letter, Outcome } from '../model.ts'
import type { Links } from '../tokens/links.ts'
import { MailServerDown } from './line.ts'
import { composeMessage, messageIdOf } from './message.ts'
import type { PostParts, Publication } from './parts.ts'
import { QuotedText } from './quoted.ts'

export interface LetterParts extends PostParts {
  readonly publication: Publication & {
    /** Titles of the newsletters, by slug. */
    readonly titles: ReadonlyMap<string, string>
  }
}

/** Milliseconds until a letter is tried again that could not be made. */
const AGAIN = 15 * 60_000

/**
 * Sends all letters that are due. A letter of which nobody knows whether it went out is not sent again here; one whose
 * process ended is (`Desk.reclaimLetters`): better a second mail that asks for a confirmation than none.
 * @returns how many the mail server took; 0 while it is down
 */
export async function sendLetters(parts: LetterParts): Promise<number> {
  const { repository, transport, settings, now, signal } = parts
  let sent = 0
  while (!signal.aborted && transport.retryAt === null) {
    const letters = await repository.desk.claimLetters(settings.mailConnections, now())
    if (letters.length === 0) break
    const outcomes = await Promise.all(letters.map((letter) => sendLetter(letter, parts)))
    sent += outcomes.filter(({ type }) => type === 'sent').length
  }
  return sent
}

async function sendLetter(letter: Letter, parts: LetterParts): Promise<Outcome> {
  const { repository, transport, now, signal } = parts
  const outcome = await attempt(letter, parts).catch((error: Error): Outcome => {
    if (error instanceof MailServerDown) parts.onTrouble?.(error.message)
    else if (!signal.aborted) {
      parts.log.error(`newsletter: a letter (${letter.kind}) cannot be made: ${error.message}`)
      return { type: 'later', reply: 'it could not be made', next: now() + AGAIN }
    }
    return { type: 'later', reply: 'not handed over', next: transport.retryAt ?? now() }
  })
  await repository.desk.recordLetter(letter.id, outcome, now())
  if (outcome.type === 'sent') parts.onTrouble?.(null)
  return outcome
}

async function attempt(letter: Letter, { publication, links, transport, now, signal }: LetterParts): Promise<Outcome> {
  const { renderLetter } = await import('../mail/letters.ts')
  const at = { publication, titles: publication.titles, link: linkOf(letter, links, publication.url) }
  const { subject, html, text } = await renderLetter(letter, at)
  const message = composeMessage(
    {
      from: { name: publication.name, address: transport.from },
      to: letter.address,
      subject,
      date: now(),
      messageId: messageIdOf(transport.from, 'letter', letter.id),
      more: [['Auto-Submitted', 'auto-generated']],
    },
    { html: new QuotedText(html, []).fill([]), text: new QuotedText(text, []).fill([]) },
  )
  return transport.send({ kind: letter.kind, to: letter.address, attempt: letter.attempt, message }, signal)
}

/**
 * The link that a letter is about. `changed` goes to whoever has the old mailbox, who must not find the new address in
 * the preferences: it leads to the form.
 */
function linkOf({ kind, application, subscriber }: Letter, links: Links, siteUrl: string): string {
  if (kind === 'changed') return new URL('/subscribe', siteUrl).href
  if (application !== null) return links.confirm(application)
  if (subscriber !== null) return links.preferences(subscriber)
  throw new Error('It is about nobody.')
}
