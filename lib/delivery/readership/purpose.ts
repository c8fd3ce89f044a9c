import type { IncomingHttpHeaders } from 'node:http'

/** What the rule of ours is called by which a browser asks for a story whose link is being pressed. */
export const PRESSED = 'pressed-story'

const TAG = `"${PRESSED}"`
const PURPOSES = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const
const AHEAD = /prefetch|prerender|preview/i

/**
 * Whether a request is for no page that a person goes to now: one that a browser makes ahead, or that another page or a
 * script shows a part of.
 *
 * A browser that asks ahead as a link is pressed does not ask again when it is let go, so that this one request is the
 * view. It names our rule.
 * @returns null for a reader's request, as far as headers tell: old browsers send none of them
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Purpose
 * @see https://wicg.github.io/nav-speculation/speculation-rules.html#the-sec-speculation-tags-header
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function strayOf(headers: IncomingHttpHeaders): 'prefetch' | 'embedded' | null {
  const { 'sec-fetch-dest': destination = 'document', 'sec-fetch-mode': mode = 'navigate' } = headers
  if (PURPOSES.some((name) => AHEAD.test(String(headers[name] ?? ''))) && !isPressed(headers)) return 'prefetch'
  return destination === 'document' && mode === 'navigate' ? null : 'embedded'
}

/** Only this site's own pages can make the request: from elsewhere it is `cross-site`. */
function isPressed(headers: IncomingHttpHeaders): boolean {
  const tags = String(headers['sec-speculation-tags'] ?? '').split(',')
  const purpose = String(headers['sec-purpose'] ?? '')
  return (
    tags.some((tag) => tag.trim() === TAG) &&
    !purpose.includes('prerender') &&
    !/^(?:cross|same)-site$/.test(String(headers['sec-fetch-site'] ?? ''))
  )
}
