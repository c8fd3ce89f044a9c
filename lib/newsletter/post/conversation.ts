import { Readable } from 'node:stream'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Answer } from './judge.ts'
import type { MailServer } from './server-url.ts'

/** How long to wait for a mail server, in milliseconds. @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.2 */
export interface Timeouts {
  /** Until there is a connection. */
  readonly connect: number
  /** Until it says its first word. */
  readonly greeting: number
  /** Until it answers; what comes later than this after a whole text leaves us unsure. */
  readonly silence: number
  /** For mails that are being handed over when everything is to end. */
  readonly grace: number
}

export const TIMEOUTS: Timeouts = { connect: 30_000, greeting: 60_000, silence: 600_000, grace: 5_000 }

/** Why there is no conversation. `isLasting` when only an operator can mend it: a login, a certificate. */
export class NoConversation extends Error {
  override name = 'NoConversation'
  readonly isLasting: boolean

  constructor(message: string, isLasting: boolean) {
    super(message)
    this.isLasting = isLasting
  }
}

/** What the library says of a failure. Its message may hold what the server said, never a password. */
interface Failure extends Error {
  readonly code?: string
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
}

const AT: Readonly<Record<string, 'sender' | 'recipient' | 'text'>> = {
  'MAIL FROM': 'sender',
  'RCPT TO': 'recipient',
  DATA: 'text',
}

/** One connection to a mail server, which takes one mail after the other. */
export class Conversation {
  readonly #connection: SMTPConnection
  readonly #grace: number
  /** Mails that were handed over on it. */
  count = 0

  private constructor(connection: SMTPConnection, grace: number) {
    this.#connection = connection
    this.#grace = grace
  }

  /**
   * Connects and logs in. TLS is verified, and is a must where a password would pass a network.
   * @param name what we call ourselves
   * @throws {NoConversation}
   */
  static async open(server: MailServer, name: string, timeouts: Timeouts, signal?: AbortSignal): Promise<Conversation> {
    const { host, port, isSecure, isLocal, login } = server
    const connection = new SMTPConnection({
      host,
      port,
      name,
      secure: isSecure,
      ignoreTLS: isLocal,
      requireTLS: !isSecure && !isLocal && login !== null,
      tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
      connectionTimeout: timeouts.connect + timeouts.greeting,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.silence,
      logger: false,
    })
    const end = () => connection.close()
    signal?.addEventListener('abort', end, { once: true })
    try {
      await new Promise<void>((resolve, reject) => {
        connection.on('error', reject)
        // The library says why right after; when it does not, it was we who closed it.
        connection.once('end', () => void turn().then(() => reject(new Error('the connection was closed'))))
        connection.connect((error) => {
          if (error) reject(error)
          else if (login === null) resolve()
          else connection.login({ credentials: login }, (refusal) => (refusal ? reject(refusal) : resolve()))
        })
      })
      return new Conversation(connection, timeouts.grace)
    } catch (error) {
      connection.close()
      const { code, responseCode = 0, message } = error as Failure
      const isRefused = code === 'EAUTH' && (responseCode === 0 || responseCode >= 500)
      throw new NoConversation(message, isRefused || code === 'ETLS' || isUntrusted(error))
    } finally {
      signal?.removeEventListener('abort', end)
    }
  }

  get isOpen(): boolean {
    return (
      !this.#connection.destroyed &&
      this.#connection._socket !== null &&
      this.#connection._socket !== false &&
      this.#connection._socket.writable
    )
  }

  /** Hands one mail over; never again by itself. After a refusal the conversation goes on. */
  async hand(from: string, to: string, message: Buffer, signal: AbortSignal | undefined): Promise<Answer> {
    this.count++
    const progress = { isBegun: false, isComplete: false }
    const failure = await this.#send(from, to, message, progress, signal)
    if (typeof failure === 'string') {
      if (progress.isComplete) return { type: 'taken', said: failure }
      // It took what it had not seen yet; nobody knows what it makes of the rest.
      this.close()
      return { type: 'lost', isBegun: true, isComplete: true, said: failure }
    }
    const { command = '', responseCode } = failure
    // The library compares the size with what the server says it takes, and then does not ask.
    const isTooBig = failure.code === 'EMESSAGE' && command === 'MAIL FROM' && failure.response === undefined
    const response = isTooBig ? '552 5.3.4 The mail is larger than the server takes' : failure.response
    const at = AT[command]
    // A refusal in the middle of the text leaves nobody knowing where it goes on.
    const isInStep = !progress.isBegun || progress.isComplete
    if (isInStep && responseCode !== 421 && at !== undefined) await this.#reset()
    else this.close()
    if (at !== undefined && response !== undefined) return { type: 'refused', at, said: response }
    return { type: 'lost', ...progress, said: response ?? failure.message }
  }

  /** @returns what the server said when it took the mail, or the failure */
  #send(
    from: string,
    to: string,
    message: Buffer,
    progress: { isBegun: boolean; isComplete: boolean },
    signal: AbortSignal | undefined,
  ): Promise<string | Failure> {
    const connection = this.#connection
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      const hurry = () => {
        timer = setTimeout(() => connection.close(), this.#grace)
      }
      const end = (result: string | Failure) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', hurry)
        connection.off('end', lost)
        resolve(result)
      }
      // The library says why it ended right after; when it does not, it was we who closed it.
      const lost = () => void turn().then(() => end(new Error('the connection was closed')))
      connection.once('end', lost)
      if (signal?.aborted) hurry()
      else signal?.addEventListener('abort', hurry, { once: true })
      connection.send({ from, to, size: message.length }, Readable.from(this.#text(message, progress)), (error, info) =>
        end(error ?? info?.response ?? ''),
      )
    })
  }

  /**
   * The text for the library, which ends it with the line that completes it. It comes to its end only when the system
   * has taken all of it and the server is still there: until then the server cannot have had a whole mail.
   */
  async *#text(message: Buffer, progress: { isBegun: boolean; isComplete: boolean }): AsyncGenerator<Buffer> {
    progress.isBegun = true
    yield message
    await turn()
    while (this.isOpen && this.#unsent > 0) await sleep(2)
    if (!this.isOpen) throw new Error('the connection was closed before the text was complete')
    progress.isComplete = true
  }

  get #unsent(): number {
    const socket = this.#connection._socket
    return socket ? socket.writableLength : 0
  }

  #reset(): Promise<void> {
    const connection = this.#connection
    return new Promise((resolve) => {
      const timer = setTimeout(() => connection.close(), this.#grace)
      const end = () => {
        clearTimeout(timer)
        connection.off('end', end)
        resolve()
      }
      connection.once('end', end)
      connection.reset((error) => {
        if (error) connection.close()
        end()
      })
    })
  }

  /** Says goodbye, and waits a moment for the answer. */
  quit(): void {
    if (!this.isOpen) return
    this.#connection.quit()
    setTimeout(() => this.#connection.close(), this.#grace).unref()
  }

  close(): void {
    this.#connection.close()
  }
}

/** Codes of Node for a certificate that it does not believe, or an answer that is no TLS. */
const isUntrusted = (error: unknown): boolean =>
  /CERT|SIGNED|VERIFY|ALTNAME|ISSUER|SSL/.test(String((error as { originalCode?: unknown }).originalCode ?? ''))
