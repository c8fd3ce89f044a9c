import { createPrivateKey, type KeyObject } from 'node:crypto'
import DKIM from 'nodemailer/lib/dkim'
import { SettingsError } from '../../settings.ts'
import type { Dkim } from '../settings.ts'

/**
 * What the signature covers. Unsubscribing by one click counts only when both of its headers are covered.
 * @see https://www.rfc-editor.org/rfc/rfc8058#section-4
 * @see https://www.rfc-editor.org/rfc/rfc6376#section-5.4
 */
const SIGNED = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Archive',
  'List-Post',
]

/** Below this nobody takes a signature seriously. @see https://www.rfc-editor.org/rfc/rfc8301#section-3.2 */
const LEAST_BITS = 1024

/**
 * Makes what puts a signature before whole mails.
 * @throws {SettingsError} when the key cannot sign: the library would send such mails unsigned and say nothing
 * @see https://www.rfc-editor.org/rfc/rfc6376
 */
export function dkimSigner({ domain, selector, key }: Dkim): (message: Buffer) => Promise<Buffer> {
  const dkim = new DKIM({
    domainName: domain,
    keySelector: selector,
    // Read once, not for each mail.
    privateKey: readKey(key),
    headerFieldNames: SIGNED.join(':'),
  })
  return async (message) => Buffer.concat((await dkim.sign(message).toArray()) as Buffer[])
}

function readKey(pem: string): KeyObject {
  const key = parse(pem)
  if (key?.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_BITS) return key
  throw new SettingsError(
    `Some settings cannot be used:\n  DKIM_KEY_FILE: must hold a private RSA key of ${LEAST_BITS} bits or more as PEM, without a passphrase`,
  )
}

function parse(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem)
  } catch {
    return null
  }
}
