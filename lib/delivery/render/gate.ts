/** Thrown in place of work that would have to wait behind too much other work. */
export class Overloaded extends Error {
  override name = 'Overloaded'
}

/** Thrown when work takes too long and is given up. */
export class Overrun extends Error {
  override name = 'Overrun'
}

export interface GateLimits {
  /** How many pieces of work run at once. */
  readonly atOnce: number
  /** How many may wait for their turn. */
  readonly waiting: number
  /** How long one may run. */
  readonly milliseconds: number
}

/** Bounds work: so much at once, so much waiting, each for so long. Never waits for what it gave up. */
export class Gate {
  readonly #limits: GateLimits
  readonly #queue: (() => void)[] = []
  #running = 0
  #lost = 0

  constructor(limits: GateLimits) {
    this.#limits = limits
  }

  /** Work that was given up and has not come back since. */
  get lost(): number {
    return this.#lost
  }

  /**
   * Runs work when it is its turn.
   * @param work its signal aborts when it is given up
   * @param first whether it goes before what waits, and is never turned away
   * @throws {Overloaded} {@link Overrun} or what the work throws
   */
  async run<T>(work: (signal: AbortSignal) => Promise<T>, { first = false } = {}): Promise<T> {
    if (this.#running < this.#limits.atOnce) this.#running++
    else {
      if (!first && this.#queue.length >= this.#limits.waiting) {
        throw new Overloaded(`${this.#queue.length} others are waiting already.`)
      }
      // Whoever leaves hands on the place, so that nobody slips in between.
      await new Promise<void>((turn) => (first ? this.#queue.unshift(turn) : this.#queue.push(turn)))
    }
    try {
      return await this.#limit(work)
    } finally {
      const next = this.#queue.shift()
      if (next) next()
      else this.#running--
    }
  }

  async #limit<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { milliseconds } = this.#limits
    const giveUp = new AbortController()
    const working = work(giveUp.signal)
    let timer: NodeJS.Timeout | undefined
    const overrun = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Overrun(`It took longer than ${milliseconds} ms.`)), milliseconds)
    })
    try {
      return await Promise.race([working, overrun])
    } catch (error) {
      if (error instanceof Overrun) {
        this.#lost++
        const back = () => this.#lost--
        working.then(back, back)
        giveUp.abort(error)
      }
      throw error
    } finally {
      clearTimeout(timer)
    }
  }
}
