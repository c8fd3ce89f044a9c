/** Something that is asked for, and how much. */
interface Wanted {
  /** When it was last asked for, as the clock tells. */
  readonly askedAt: number
  /** How often, since it was last renewed. */
  hits: number
}

interface DemandOptions<T> {
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number
  /** Makes one anew; never rejects. @returns whether it is out of date again */
  readonly renew: (wanted: T) => Promise<boolean>
}

/** What was asked for in this time is worth renewing before it is asked for again. */
const HOT_FOR = 5000
/** So many wait to be renewed; the others are when they are asked for. */
const MOST = 50

/** Renews what is in demand before it is asked for: one after the other, what is asked for most comes first. */
export class Demand<T extends Wanted> {
  readonly #options: DemandOptions<T>
  readonly #waiting = new Set<T>()
  #working = false

  constructor(options: DemandOptions<T>) {
    this.#options = options
  }

  /** Takes note of what is out of date; what nobody asked for lately can stay so. */
  add(wanted: T): void {
    if (this.#options.clock() > wanted.askedAt + HOT_FOR || this.#waiting.size >= MOST) return
    this.#waiting.add(wanted)
    if (this.#working) return
    this.#working = true
    // Not before the change has been noted everywhere.
    setImmediate(() => void this.#work())
  }

  async #work(): Promise<void> {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#waiting.delete(next)
      next.hits = 0
      if (await this.#options.renew(next)) this.add(next)
    }
    this.#working = false
  }

  #next(): T | undefined {
    let most: T | undefined
    for (const wanted of this.#waiting) if (most === undefined || wanted.hits > most.hits) most = wanted
    return most
  }
}
