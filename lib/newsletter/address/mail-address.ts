import { domainToASCII } from 'node:url'
import isEmail from 'validator/lib/isEmail.js'

/** Octets that an address has at most: a path of SMTP has 256, and two of them are its brackets. */
const MOST_OCTETS = 254

/** What has no place in an address: control and format characters, lone surrogates, and all kinds of space. */
const UNSEEN = /[\p{C}\p{Z}]/u

/** Of ASCII, what a host's name is made of. What else there is may be letters of other scripts. */
const FOREIGN_TO_HOSTS = /[^a-z0-9.\-\u0080-\u{10ffff}]/iu

/**
 * Reads a mail address as a person types it.
 * @param text any text
 * @returns the address as it is kept and written to: in NFC, the part before the `@` as it was typed, the domain in ASCII
 * (A-labels) and lower case. Null where no mail server of the public internet would take it, and for forms that nobody
 * has who is not at an attack: quoted parts, comments, display names, IP addresses, hosts without a dot.
 * @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 (lengths)
 * @see https://www.rfc-editor.org/rfc/rfc6531#section-3.3 (letters beyond ASCII)
 * @see https://www.rfc-editor.org/rfc/rfc5891#section-5 (names of hosts)
 */
export function readMailAddress(text: string): string | null {
  const typed = text.trim().normalize('NFC')
  if (typed.length > MOST_OCTETS || UNSEEN.test(typed)) return null
  const at = typed.lastIndexOf('@')
  if (at < 1) return null
  const host = typed.slice(at + 1)
  // Other characters mean something to the URL parser that makes ASCII of a name: `%41` is an A to it.
  if (FOREIGN_TO_HOSTS.test(host)) return null
  const domain = domainToASCII(host)
  const address = `${typed.slice(0, at)}@${domain}`
  if (Buffer.byteLength(address) > MOST_OCTETS) return null
  return isEmail(address, { blacklisted_chars: '"' }) ? address : null
}

/** What all ways of writing one address share. No mail server in use tells `Jo@` and `jo@` apart. */
export const foldAddress = (address: string): string => address.toLowerCase()
