import { isbot } from 'isbot'
import { LRUCache } from 'lru-cache'

/** Longer names are of no browser; they are not worth remembering either. */
const LONGEST = 512

/** Readers share some hundred names; a client that makes up others must not fill the memory. */
const remembered = new LRUCache<string, boolean>({ max: 1000 })

/**
 * Whether a client says by its name that it is no person's browser, or says nothing.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5 (`User-Agent`)
 */
export function isRobot(userAgent: string | undefined): boolean {
  if (userAgent === undefined || userAgent.length < 2 || userAgent.length > LONGEST) return true
  let known = remembered.get(userAgent)
  if (known === undefined) {
    known = isbot(userAgent)
    remembered.set(userAgent, known)
  }
  return known
}
