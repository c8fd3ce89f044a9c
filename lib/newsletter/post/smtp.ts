import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../content/sync/log.ts'
import type { Outcome } from '../model.ts'
import { Bucket } from './bucket.ts'
import { Conversation, NoConversation, TIMEOUTS, type Timeouts } from './conversation.ts'
import { type Answer, judge } from './judge.ts'
import type { Line, MailServerDown } from './line.ts'
import { withoutAddresses } from './reply.ts'
import type { MailServer } from './server-url.ts'
import type { Mail, Transport } from './transport.ts'

/** Mails on one connection: many servers take no more than a hundred. */
const MOST_A_CONNECTION = 100
/** Milliseconds after which a connection that nobody uses is given up; servers do so after some minutes. */
const IDLE = 15_000

interface Options {
  readonly server: MailServer
  readonly from: string
  readonly sign: (message: Buffer) => Promise<Buffer>
  readonly log: Log
  readonly now: () => number
  /** Mails a second. */
  readonly rate: number
  readonly connections: number
  readonly timeouts: Partial<Timeouts>
  readonly line: Line
}

/**
 * Hands mails to a mail server over a few connections. The library's own pool is not used: it hands a mail over again by
 * itself when a connection breaks, and does not tell what the server may have had of it.
 * @see https://www.rfc-editor.org/rfc/rfc5321
 */
export class SmtpTransport implements Transport {
  readonly from: string
  readonly #options: Options
  readonly #timeouts: Timeouts
  readonly #bucket: Bucket
  readonly #idle: Conversation[] = []
  readonly #queue: (() => void)[] = []
  #busy = 0
  /** Mails that are being handed over, or have a connection made for them. */
  #talking = 0
  /** Fewer than the settings say while the server does not take more. */
  #most: number
  #isClosed = false
  #idling: NodeJS.Timeout | undefined

  constructor(options: Options) {
    this.#options = options
    this.from = options.from
    this.#timeouts = { ...TIMEOUTS, ...options.timeouts }
    this.#bucket = new Bucket(options.rate, () => performance.now())
    this.#most = options.connections
  }

  get retryAt(): number | null {
    return this.#options.line.retryAt
  }

  async send(mail: Mail, signal?: AbortSignal): Promise<Outcome> {
    // Each connection listens to it.
    if (signal !== undefined) setMaxListeners(0, signal)
    const message = await this.#options.sign(mail.message)
    for (;;) {
      await this.#turn()
      try {
        signal?.throwIfAborted()
        this.#options.line.check()
        const wait = this.#bucket.take()
        if (wait > 0) await sleep(wait, undefined, { signal })
        this.#options.line.check()
        const answer = await this.#hand(mail, message, signal)
        if (answer !== null) return this.#settle(mail, answer, signal)
        // It takes no more connections than the others have.
        this.#most = Math.max(1, this.#talking)
      } finally {
        this.#busy--
        this.#next()
      }
    }
  }

  /** Waits until there may be another connection. */
  #turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#queue.push(resolve)
      this.#next()
    })
  }

  #next(): void {
    while (this.#busy < this.#most) {
      const begin = this.#queue.shift()
      if (begin === undefined) return
      this.#busy++
      begin()
    }
  }

  /** @returns null when the server takes no more connections than there are */
  async #hand({ to }: Mail, message: Buffer, signal: AbortSignal | undefined): Promise<Answer | null> {
    this.#talking++
    try {
      for (;;) {
        const kept = this.#kept()
        const conversation = kept ?? (await this.#open(signal))
        if (conversation === null) return null
        const answer = await conversation.hand(this.from, to, message, signal)
        this.#keep(conversation)
        // It had ended while nobody used it, and the server has seen nothing of this mail.
        if (kept === null || answer.type !== 'lost' || answer.isBegun || signal?.aborted) return answer
      }
    } finally {
      this.#talking--
    }
  }

  #settle(mail: Mail, answer: Answer, signal: AbortSignal | undefined): Outcome {
    const { line, now, log } = this.#options
    // Ended by us, and the server cannot have had the whole of it.
    if (answer.type === 'lost' && !answer.isComplete) signal?.throwIfAborted()
    const verdict = judge(answer, { attempt: mail.attempt, now: now(), random: Math.random() })
    if (verdict.type === 'down') throw this.#down(`it refuses the sender (${verdict.reply})`, verdict.isLasting)
    if (verdict.isOurs) this.#say(line.strike(verdict.outcome.reply))
    else if (verdict.outcome.type !== 'later' && line.up()) log.info('The mail server takes mails again.')
    return verdict.outcome
  }

  /** A conversation that is still going on. */
  #kept(): Conversation | null {
    for (let kept = this.#idle.pop(); kept !== undefined; kept = this.#idle.pop()) if (kept.isOpen) return kept
    return null
  }

  #keep(conversation: Conversation): void {
    if (!conversation.isOpen) return
    if (this.#isClosed || conversation.count >= MOST_A_CONNECTION) {
      conversation.quit()
      return
    }
    this.#idle.push(conversation)
    clearTimeout(this.#idling)
    this.#idling = setTimeout(() => this.#endIdle(), IDLE).unref()
  }

  #endIdle(): void {
    for (const conversation of this.#idle.splice(0)) conversation.quit()
    this.#most = this.#options.connections
  }

  /**
   * @returns null when there is none to be had while others are going on
   * @throws {MailServerDown}
   */
  async #open(signal: AbortSignal | undefined): Promise<Conversation | null> {
    const { server } = this.#options
    const name = this.from.slice(this.from.lastIndexOf('@') + 1)
    try {
      return await Conversation.open(server, name, this.#timeouts, signal)
    } catch (error) {
      if (!(error instanceof NoConversation)) throw error
      signal?.throwIfAborted()
      if (!error.isLasting && this.#talking > 1) return null
      throw this.#down(withoutAddresses(error.message), error.isLasting)
    }
  }

  /** Has everybody wait, and says so once. */
  #down(reason: string, isLasting: boolean): MailServerDown {
    const { line } = this.#options
    this.#say(line.down(reason, isLasting))
    line.check()
    throw new Error(reason)
  }

  #say(down: MailServerDown | null): void {
    if (down === null) return
    const { log, now, server } = this.#options
    const seconds = Math.ceil((down.retryAt - now()) / 1000)
    log.error(
      `The mail server ${server.host} takes no mails: ${down.message}. Nothing is lost; it is tried again in ${seconds} s.`,
    )
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#idling)
    this.#endIdle()
  }
}
