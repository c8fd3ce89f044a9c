import { isIP } from 'node:net'
import { SettingsError } from '../../settings.ts'

/** The mail server that takes our mails on, as `SMTP_URL` names it. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`smtps:`); else by STARTTLS where the server offers it. */
  readonly isSecure: boolean
  /** This very machine: what is said to it passes no network, and its certificate would prove nothing. */
  readonly isLocal: boolean
  /** Never logged. */
  readonly login: { readonly user: string; readonly pass: string } | null
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/**
 * Reads `smtps://name:password@mail.example.org:465` or `smtp://…:587`; the port may be left out, name and password are
 * percent-encoded where they need it.
 * @throws {SettingsError} that names the setting, never its value
 * @see https://www.rfc-editor.org/rfc/rfc8314 for the ports
 */
export function readMailServer(url: string): MailServer {
  try {
    const { protocol, hostname, port, username, password } = new URL(url)
    const host = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase()
    const isSecure = protocol === 'smtps:'
    if (host === '' || !(isSecure || protocol === 'smtp:')) throw new TypeError('no mail server')
    const login = username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    return {
      host,
      port: port === '' ? (isSecure ? 465 : 587) : Number(port),
      isSecure,
      isLocal: isLoopback(host),
      login,
    }
  } catch {
    throw new SettingsError(
      'Some settings cannot be used:\n  SMTP_URL: must be such as smtps://name:password@mail.example.org:465',
    )
  }
}
