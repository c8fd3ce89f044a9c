/** How much of a second may come at once when nothing has been sent for a while. */
const BURST = 100

/** Spreads what is sent evenly over time. @see https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm */
export class Bucket {
  readonly #interval: number
  readonly #now: () => number
  #due = 0

  /** @param now milliseconds, of a clock that is never set back */
  constructor(perSecond: number, now: () => number) {
    this.#interval = 1000 / perSecond
    this.#now = now
  }

  /** Takes the next place. @returns how many milliseconds it is away */
  take(): number {
    const now = this.#now()
    const place = Math.max(this.#due, now)
    this.#due = place + this.#interval
    return Math.max(0, place - now - BURST)
  }
}
