import { PRIVATE, seeOther } from './answers.ts'
import type { Parts } from './parts.ts'
import { holderOf } from './preferences.ts'

const time = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

/**
 * All that is kept of a reader, as JSON to take away.
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_15 (access)
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_20 (in a form that machines can read)
 */
export async function download(request: Request, parts: Parts): Promise<Response> {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const subscriber = await holderOf(parts, token)
  if (subscriber === null) return seeOther(`/subscribe/preferences?token=${encodeURIComponent(token)}`)
  const { subscribers } = parts.newsletters.repository
  const [consents, deliveries] = await Promise.all([
    subscribers.consents(subscriber.id),
    subscribers.deliveries(subscriber.id),
  ])
  const data = {
    address: subscriber.address,
    joined: time(subscriber.joined),
    newsletters: subscriber.newsletters,
    pausedUntil: time(subscriber.pausedUntil),
    stopped: subscriber.stopped,
    consents: consents.map(({ asked, confirmed, ...consent }) => ({
      ...consent,
      asked: time(asked),
      confirmed: time(confirmed),
    })),
    issues: deliveries.map(({ at, ...delivery }) => ({ ...delivery, at: time(at) })),
  }
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      ...PRIVATE,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="newsletters.json"',
    },
  })
}
