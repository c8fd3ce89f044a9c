import type { Log } from '../../content/sync/log.ts'
import type { Letter, Outcome } from '../model.ts'
import type { NewsletterSettings } from '../settings.ts'
import type { Timeouts } from './conversation.ts'
import { dkimSigner } from './dkim.ts'
import { FileTransport } from './files.ts'
import { Line } from './line.ts'
import { readMailServer } from './server-url.ts'
import { SmtpTransport } from './smtp.ts'

/** A mail that is ready to go. */
export interface Mail {
  readonly kind: 'issue' | Letter['kind']
  /** As it is written to. */
  readonly to: string
  /** Which attempt this is, from 1. */
  readonly attempt: number
  /** The whole message, not signed yet. */
  readonly message: Buffer
}

/** Where mails go. */
export interface Transport {
  /** The address that they come from. */
  readonly from: string
  /** When the mail server is tried again, in milliseconds; null while it may be used. */
  readonly retryAt: number | null
  /**
   * Hands one mail over, once; it never does so again by itself. When `signal` aborts, a mail that is being handed over
   * gets a few seconds more.
   * @throws {MailServerDown} when the server takes nothing now: the mail was not handed over
   * @throws the signal's reason when it aborted before the mail was handed over
   */
  send(mail: Mail, signal?: AbortSignal): Promise<Outcome>
  close(): Promise<void>
}

export interface TransportOptions {
  readonly now?: () => number
  readonly timeouts?: Partial<Timeouts>
}

/**
 * Opens the way for mails: to the mail server of the settings, or into files where there is none. Nothing is connected
 * before the first mail.
 * @param from the address that they come from
 * @throws {SettingsError} when the mail server or the key that signs cannot be understood
 */
export function openTransport(
  { smtpUrl, mailDir, dkim, mailRate, mailConnections }: NewsletterSettings,
  from: string,
  log: Log,
  { now = Date.now, timeouts = {} }: TransportOptions = {},
): Transport {
  if (dkim !== null && !isWithin(from.slice(from.lastIndexOf('@') + 1), dkim.domain))
    log.warn(
      'DKIM_DOMAIN is not the domain that mails come from: receivers that go by DMARC will not count the signature.',
    )
  const sign = dkim === null ? async (message: Buffer) => message : dkimSigner(dkim)
  if (smtpUrl === null) return new FileTransport({ folder: mailDir, from, sign, log, now })
  return new SmtpTransport({
    server: readMailServer(smtpUrl),
    from,
    sign,
    log,
    now,
    rate: mailRate,
    connections: mailConnections,
    timeouts,
    line: new Line(now, Math.random),
  })
}

const isWithin = (domain: string, whole: string) => `.${domain}`.toLowerCase().endsWith(`.${whole}`.toLowerCase())
