/** Says whether so much time has passed since it last said so, whichever way the clock was set meanwhile. */
export class Every {
  readonly #milliseconds: number
  #last = Number.NEGATIVE_INFINITY

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
  }

  /** @param now milliseconds since the epoch */
  isDue(now: number): boolean {
    if (Math.abs(now - this.#last) < this.#milliseconds) return false
    this.#last = now
    return true
  }
}
