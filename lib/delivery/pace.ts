import { hash, randomBytes } from 'node:crypto'
import { Occurrences } from './readership/occurrences.ts'

/** Networks that are counted at once: a table of 160 KB, in which the oldest give way. */
const NETWORKS = { sets: 2 ** 12 }

/**
 * How often each network asks for something within a while, so that what costs much is refused before it costs anything.
 * A network is known by a hash whose salt never leaves the memory.
 */
export class Pace {
  readonly #seconds: number
  readonly #most: number
  readonly #counts: Occurrences
  readonly #salt = randomBytes(32).toString('base64')

  /** @param most how often a network may ask within so many seconds */
  constructor({ most, seconds }: { readonly most: number; readonly seconds: number }) {
    this.#seconds = seconds
    this.#most = most
    this.#counts = new Occurrences({ seconds, ...NETWORKS })
  }

  /**
   * Counts once more.
   * @param now milliseconds since the epoch
   * @returns null when that is not too often, else the seconds after which it is not any more
   */
  enter(network: string, now: number): number | null {
    const digits = hash('sha256', `${this.#salt}\n${network}`, 'hex')
    const [high, low] = [digits.slice(0, 8), digits.slice(8, 16)].map((part) => Number.parseInt(part, 16))
    const count = this.#counts.add(high ?? 0, low ?? 0, Math.floor(now / 1000))
    return count > this.#most ? this.#seconds : null
  }
}
