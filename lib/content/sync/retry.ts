/** How long to wait before what has failed is tried again: at first, and at most; milliseconds. */
const FIRST = 2_000
const LONGEST = 60_000

/** Tries again what failed, after twice as long each time. */
export class Retry {
  readonly #again: () => void
  #timer: NodeJS.Timeout | undefined
  #wait = FIRST

  constructor(again: () => void) {
    this.#again = again
  }

  later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#again, this.#wait).unref()
    this.#wait = Math.min(this.#wait * 2, LONGEST)
  }

  /** It went well: the next failure is a first one. */
  reset(): void {
    this.#wait = FIRST
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
