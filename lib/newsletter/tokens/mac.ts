import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a token is good for. One made for a purpose opens nothing else. */
export type Purpose = 'confirm' | 'preferences' | 'unsubscribe' | 'form'

/** Octets kept of the code: 2^128 guesses, in 22 characters. */
const KEPT = 16

/** Longer ones are not ours, and are not looked into. */
const LONGEST = 512

const codeOf = (key: Buffer, purpose: Purpose, said: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\0${said}`).digest().subarray(0, KEPT)

/**
 * A token that says something and proves that this site said it. The code comes first, so that a link ends with what was
 * said: mail programs that find links in plain text leave out a dash or an underscore at their end, which a code may
 * have there.
 * @param said shown to all who see the token, and without secrets
 * @see https://www.rfc-editor.org/rfc/rfc2104#section-5 (a code that is cut short)
 */
export const signToken = (key: Buffer, purpose: Purpose, said: string): string =>
  `${codeOf(key, purpose, said).toString('base64url')}.${said}`

/** What a token says; null unless it was signed with this key for this purpose. Takes as long for a near miss as for a wide one. */
export function readToken(key: Buffer, purpose: Purpose, token: string): string | null {
  if (token.length > LONGEST) return null
  const dot = token.indexOf('.')
  if (dot === -1) return null
  const said = token.slice(dot + 1)
  const wanted = Buffer.from(codeOf(key, purpose, said).toString('base64url'))
  // Compared as text: several texts decode to the same octets, and only one of them is the token.
  const given = Buffer.from(token.slice(0, dot))
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? said : null
}
