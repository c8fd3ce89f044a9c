import { readUnsubscribe } from '../tokens/links.ts'
import { say, seeOther } from './answers.ts'
import { readForm } from './form.ts'
import type { Parts } from './parts.ts'

const PAIR = { name: 'List-Unsubscribe', value: 'One-Click' } as const

const DONE = 'You are unsubscribed.'

/**
 * Ends one newsletter, asked for by a mail program or by the button of the page. No header counts, there is no cookie and
 * no redirect, and asking again is answered the same. A link of an earlier address, or of someone who was deleted, is
 * answered so as well: nothing is sent there any more.
 * @see https://www.rfc-editor.org/rfc/rfc8058#section-3.1 (what a sender has to answer)
 * @see https://www.rfc-editor.org/rfc/rfc8058#section-3.2 (what a mail program sends)
 */
export async function oneClick(request: Request, { newsletters, now }: Parts): Promise<Response> {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const link = readUnsubscribe(newsletters.key, token)
  if (link === null) return say(400, 'This link cannot be read. Use the one at the foot of an issue, unbroken.')
  const form = await readForm(request, { isLenient: true })
  if ('status' in form) return say(form.status, form.why)
  const isButton = form.get('by') === 'button'
  if (!isButton && form.get(PAIR.name)?.trim() !== PAIR.value) {
    return say(400, `Nothing was changed. To unsubscribe, send ${PAIR.name}=${PAIR.value}.`)
  }
  const { subscribers } = newsletters.repository
  const subscriber = await subscribers.byId(link.id)
  if (subscriber?.epoch === link.epoch) await subscribers.unsubscribe(link.id, link.newsletter, now)
  return isButton ? seeOther(`/unsubscribe?token=${encodeURIComponent(token)}&said=done`) : say(200, DONE)
}

/** Leads those who open the link to the page with the button. It changes nothing: scanners of mail open every link. */
export function showUnsubscribe(request: Request): Response {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return seeOther(`/unsubscribe?token=${encodeURIComponent(token)}`)
}
