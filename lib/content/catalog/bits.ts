/** A set of small numbers, one bit each. */
export class Bits {
  #words: Uint32Array

  /** @param highest the highest number that is expected; there may be higher ones */
  constructor(highest = 0) {
    this.#words = new Uint32Array((highest >>> 5) + 1)
  }

  static of(numbers: Iterable<number>, highest = 0): Bits {
    const bits = new Bits(highest)
    for (const number of numbers) bits.add(number)
    return bits
  }

  /** What it takes in memory. */
  get bytes(): number {
    return this.#words.byteLength
  }

  add(number: number): void {
    const at = number >>> 5
    if (at >= this.#words.length) this.#grow(at)
    this.#words[at] = (this.#words[at] ?? 0) | (1 << (number & 31))
  }

  /** Some further than is needed, since the next number is a higher one. */
  #grow(at: number): void {
    const longer = new Uint32Array(at + (at >>> 3) + 1)
    longer.set(this.#words)
    this.#words = longer
  }

  delete(number: number): void {
    const at = number >>> 5
    if (at < this.#words.length) this.#words[at] = (this.#words[at] ?? 0) & ~(1 << (number & 31))
  }

  has(number: number): boolean {
    return (((this.#words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1
  }

  /** Those that are in both. */
  and(other: Bits): Bits {
    const both = new Bits()
    both.#words = this.#words.map((word, at) => word & (other.#words[at] ?? 0))
    return both
  }

  /** Those that are in either. */
  or(other: Bits): Bits {
    const [short, long] = this.#words.length < other.#words.length ? [this, other] : [other, this]
    const either = new Bits()
    either.#words = long.#words.map((word, at) => word | (short.#words[at] ?? 0))
    return either
  }
}
