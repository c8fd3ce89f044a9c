import { bitsOf, idOf } from '../words/vector.ts'
import type { Bits } from './bits.ts'

/** Which articles have a stem: anywhere, or in the headline or the dek. */
export type Where = 'anywhere' | 'ahead'

/** Memory for all of them: at 100,000 articles some three hundred. */
const MOST_BYTES = 4 * 1024 * 1024

/** What a stem's use says of headline and dek. */
const AHEAD = 0b11_1100_0000

/** Articles that have common stems, which take long to read. They are kept in step with the catalog. */
export class WordSets {
  /** By number of the stem and by where, the least used first. */
  readonly #sets = new Map<string, { readonly stem: number; readonly where: Where; readonly bits: Bits }>()

  get(stem: number, where: Where): Bits | undefined {
    const key = `${stem} ${where}`
    const known = this.#sets.get(key)
    if (known === undefined) return undefined
    this.#sets.delete(key)
    this.#sets.set(key, known)
    return known.bits
  }

  put(stem: number, where: Where, bits: Bits): void {
    this.#sets.set(`${stem} ${where}`, { stem, where, bits })
    let bytes = 0
    for (const set of this.#sets.values()) bytes += set.bits.bytes
    for (const [key, set] of this.#sets) {
      if (bytes <= MOST_BYTES) break
      bytes -= set.bits.bytes
      this.#sets.delete(key)
    }
  }

  get isEmpty(): boolean {
    return this.#sets.size === 0
  }

  clear(): void {
    this.#sets.clear()
  }

  /** Takes an article's words in place of those that it had. @param terms as they are packed; none for one that is gone */
  renew(article: number, terms: Uint32Array): void {
    const uses = new Map(Array.from(terms, (packed) => [idOf(packed), bitsOf(packed)]))
    for (const { stem, where, bits } of this.#sets.values()) {
      const use = uses.get(stem)
      if (use !== undefined && (where === 'anywhere' || (use & AHEAD) !== 0)) bits.add(article)
      else bits.delete(article)
    }
  }
}
