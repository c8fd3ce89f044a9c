/** Places that a key may stand in; of a full set the oldest gives way. */
const WAYS = 4

const MOST = 0xffff

/**
 * How often things occur within a while, in a table that never grows: when it is full, what is oldest is forgotten. Keys
 * are two numbers of 32 bits out of a hash, so that nothing can be learnt from the table of what they stand for.
 */
export class Occurrences {
  readonly #seconds: number
  readonly #mask: number
  readonly #prints: Uint32Array
  readonly #begun: Uint32Array
  readonly #counts: Uint16Array

  /** @param sets a power of two, each of four places and 40 bytes */
  constructor({ seconds, sets }: { readonly seconds: number; readonly sets: number }) {
    this.#seconds = seconds
    this.#mask = sets - 1
    this.#prints = new Uint32Array(sets * WAYS)
    this.#begun = new Uint32Array(sets * WAYS)
    this.#counts = new Uint16Array(sets * WAYS)
  }

  /** How often this has occurred, as far as known, within the while that its first time began. @param now in seconds */
  count(high: number, low: number, now: number): number {
    const at = this.#find(high, low)
    return at === -1 || this.#isOver(at, now) ? 0 : (this.#counts[at] as number)
  }

  /** Counts once more. @returns how often it has occurred by now */
  add(high: number, low: number, now: number): number {
    const found = this.#find(high, low)
    const at = found === -1 ? this.#oldest(high) : found
    const isNew = found === -1 || this.#isOver(at, now)
    const count = isNew ? 1 : Math.min(MOST, (this.#counts[at] as number) + 1)
    if (isNew) this.#begun[at] = now
    this.#prints[at] = low
    this.#counts[at] = count
    return count
  }

  #find(high: number, low: number): number {
    const first = (high & this.#mask) * WAYS
    for (let at = first; at < first + WAYS; at++) if (this.#prints[at] === low && this.#counts[at] !== 0) return at
    return -1
  }

  #oldest(high: number): number {
    const first = (high & this.#mask) * WAYS
    let oldest = first
    for (let at = first + 1; at < first + WAYS; at++)
      if ((this.#begun[at] as number) < (this.#begun[oldest] as number)) oldest = at
    return oldest
  }

  /** A clock that was set back far ends it, too: else it would last until that time comes again. */
  #isOver(at: number, now: number): boolean {
    return Math.abs(now - (this.#begun[at] as number)) >= this.#seconds
  }

  clear(): void {
    for (const table of [this.#prints, this.#begun, this.#counts]) table.fill(0)
  }
}
