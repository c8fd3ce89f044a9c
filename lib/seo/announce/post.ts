import { readRetryAfter } from './back-off.ts'
import type { Message } from './targets.ts'

/** What has become of a message. */
export type Outcome =
  | { readonly type: 'told' }
  /** It may be taken later, not before so many milliseconds if the service said so. */
  | { readonly type: 'failed'; readonly why: string; readonly after: number | null }
  /** It will not be taken, however often it is sent. */
  | { readonly type: 'refused'; readonly status: number }

/** Too many requests: the only status of its class that says to come again. */
const TOO_MANY = 429

/**
 * Sends a message. Never throws, follows no redirect, and reads nothing of the answer but its head.
 * @param signal gives up waiting
 * @param now milliseconds since the epoch
 */
export async function post({ url, headers, body }: Message, signal: AbortSignal, now: number): Promise<Outcome> {
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', cache: 'no-store', signal })
    await answer.body?.cancel()
    const { status, ok } = answer
    if (ok) return { type: 'told' }
    if (status < 500 && status !== TOO_MANY) return { type: 'refused', status }
    const after = readRetryAfter(answer.headers.get('retry-after'), now)
    return { type: 'failed', why: `it answered ${status}`, after }
  } catch (error) {
    return { type: 'failed', why: reason(error as Error), after: null }
  }
}

/** Why nothing came back, without the address, which messages of the network hold. */
function reason({ name, cause }: Error): string {
  if (name === 'TimeoutError' || name === 'AbortError') return 'it did not answer in time'
  const { code } = (cause ?? {}) as { code?: string }
  return `it could not be reached${code === undefined ? '' : ` (${code})`}`
}
