import { preferencesToken, readConfirm } from '../tokens/links.ts'
import { say, seeOther } from './answers.ts'
import { readForm } from './form.ts'
import type { Parts } from './parts.ts'
import type { Said } from './said.ts'

/**
 * Confirms an application, by the button of the page that a link leads to. The same link again, within its time, leads to
 * the same end; one that is over leads back to the page, which says so.
 */
export async function confirm(request: Request, parts: Parts): Promise<Response> {
  const form = await readForm(request)
  if ('status' in form) return say(form.status, form.why)
  const { newsletters, now } = parts
  const { key, repository } = newsletters
  const token = form.get('token') ?? ''
  const link = readConfirm(key, token, now)
  const confirmed = link && (await repository.desk.confirm(link.id, now))
  if (confirmed?.type !== 'confirmed') return seeOther(`/subscribe/confirm?token=${encodeURIComponent(token)}`)
  if (!confirmed.again) parts.wake()
  const said: Said = confirmed.application.kind === 'change' ? 'address-changed' : 'confirmed'
  return seeOther(`/subscribe/preferences?token=${preferencesToken(key, confirmed.subscriber)}&said=${said}`)
}
