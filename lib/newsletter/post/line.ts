/** Thrown when the mail server takes nothing from us now: nothing was handed over, and no recipient is to blame. */
export class MailServerDown extends Error {
  override name = 'MailServerDown'
  /** When it is tried again, in milliseconds. */
  readonly retryAt: number

  constructor(message: string, retryAt: number) {
    super(message)
    this.retryAt = retryAt
  }
}

/** Failures in a row that may be ours, after which everybody waits. */
const STRIKES = 5
/** First and longest wait, in milliseconds: for what may pass by itself, and for what an operator has to mend. */
const PASSING = [10_000, 600_000] as const
const LASTING = [60_000, 900_000] as const

/**
 * Whether the mail server can be used at all. When it cannot, or refuses one recipient after the other for reasons that
 * may be ours, everybody waits, longer each time, rather than that all recipients of an issue fail.
 * @see https://en.wikipedia.org/wiki/Circuit_breaker_design_pattern
 */
export class Line {
  readonly #now: () => number
  readonly #random: () => number
  #strikes = 0
  #failures = 0
  #down: MailServerDown | null = null

  constructor(now: () => number, random: () => number) {
    this.#now = now
    this.#random = random
  }

  /** When the server is tried again; null while it may be used. */
  get retryAt(): number | null {
    return this.#down !== null && this.#now() < this.#down.retryAt ? this.#down.retryAt : null
  }

  /** @throws {MailServerDown} while everybody waits */
  check(): void {
    if (this.#down !== null && this.retryAt !== null) throw this.#down
  }

  /** The server has taken a mail. @returns whether it was down before */
  up(): boolean {
    const wasDown = this.#down !== null
    this.#strikes = 0
    this.#failures = 0
    this.#down = null
    return wasDown
  }

  /** Counts what may be our fault. @returns why everybody waits, when that is so now and was not before */
  strike(reply: string): MailServerDown | null {
    this.#strikes++
    if (this.#strikes < STRIKES) return null
    return this.down(`${this.#strikes} mails in a row came to nothing (${reply})`, true)
  }

  /** Everybody waits. @returns why, or null when they wait already */
  down(reason: string, isLasting: boolean): MailServerDown | null {
    if (this.retryAt !== null) return null
    const [first, longest] = isLasting ? LASTING : PASSING
    const wait = Math.round(Math.min(longest, first * 2 ** this.#failures) * (0.8 + 0.4 * this.#random()))
    this.#failures = Math.min(this.#failures + 1, 16)
    this.#down = new MailServerDown(reason, this.#now() + wait)
    return this.#down
  }
}
