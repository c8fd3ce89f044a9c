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
  /**
   * Milliseconds after which another piece begins beside those that run; 0 when left out. Work that keeps the processor
   * busy gains nothing by company, and keeps everything else from its turn; one that still runs after so long waits for
   * something.
   */
  readonly apart?: number
  /** How many may wait for their turn. */
  readonly waiting: number
  /** How long one may run. */
  readonly milliseconds: number
}

/** Bounds work: so much at once, so much waiting, each for so long. Never waits for what it gave up. */
export class Gate {
  readonly #limits: GateLimits
  /** Those who wait, and those who go before them. */
  readonly #queue: (() => void)[] = []
  readonly #firsts: (() => void)[] = []
  #running = 0
  #lost = 0
  /** When the last piece began, and what looks whether another may. */
  #began = 0
  #timer: NodeJS.Timeout | undefined

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
    if (!first && this.#queue.length >= this.#limits.waiting && !this.#isOpen) {
      throw new Overloaded(`${this.#queue.length} others are waiting already.`)
    }
    await new Promise<void>((turn) => {
      const queue = first ? this.#firsts : this.#queue
      queue.push(turn)
      this.#admit()
    })
    try {
      return await this.#limit(work)
    } finally {
      this.#running--
      this.#admit()
    }
  }

  /** Whether whoever comes now need not wait. */
  get #isOpen(): boolean {
    return this.#waiting === 0 && this.#running < this.#limits.atOnce && this.#patience <= 0
  }

  get #waiting(): number {
    return this.#firsts.length + this.#queue.length
  }

  /** Milliseconds until another piece may begin beside those that run. */
  get #patience(): number {
    return this.#running === 0 ? 0 : this.#began + (this.#limits.apart ?? 0) - performance.now()
  }

  #admit(): void {
    while (this.#waiting > 0 && this.#running < this.#limits.atOnce) {
      const patience = this.#patience
      if (patience > 0) {
        this.#timer ??= setTimeout(() => {
          this.#timer = undefined
          this.#admit()
        }, patience)
        return
      }
      this.#running++
      this.#began = performance.now()
      const turn = this.#firsts.shift() ?? this.#queue.shift()
      turn?.()
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
