import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What is sealed. One sealed for a page opens on no other. */
export type Seal = 'form' | 'sent' | 'change'

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** How long a sealed text can be opened; milliseconds. It is there for a page that follows at once. */
const LIFE = 3_600_000

const keyOf = (key: Buffer, seal: Seal): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `broadsheet seal ${seal}`, 32))

/**
 * Encrypts what a form said, so that it can stand in the address of the page that follows: nobody who reads a log or a
 * history learns whose address it was, and nobody can make one up.
 * @param value anything that JSON can say
 * @see https://www.rfc-editor.org/rfc/rfc5116#section-5.2 (the cipher)
 */
export function seal(key: Buffer, purpose: Seal, value: unknown, now: number): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, keyOf(key, purpose), nonce)
  const text = JSON.stringify([now + LIFE, value])
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** What was sealed; null when it was not sealed with this key for this purpose, was changed, or is an hour old. */
export function unseal(key: Buffer, purpose: Seal, sealed: string, now: number): unknown {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < NONCE + TAG) return null
  const decipher = createDecipheriv(CIPHER, keyOf(key, purpose), bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAuthTag(bytes.subarray(-TAG))
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')
    const [until, value] = JSON.parse(text) as [number, unknown]
    return now < until ? value : null
  } catch {
    return null
  }
}
