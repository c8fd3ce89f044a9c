import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { foldAddress } from '../address/mail-address.ts'
import type { NewsletterSettings } from '../settings.ts'

const HOUR = 3600
const DAY = 24 * HOUR

/** One count for everybody. */
const EVERYBODY = 'all'

/**
 * How many sign-ups are taken: of an address a day, from a network an hour, and in all an hour. The counts are in memory,
 * under hashes whose salt never leaves it: there is no address in them. Each process counts for itself, from its start.
 */
export class SignUpLimits {
  readonly #salt = randomBytes(32)
  readonly #address: RateLimiterMemory
  readonly #network: RateLimiterMemory
  readonly #all: RateLimiterMemory

  constructor(limits: NewsletterSettings['limits']) {
    this.#address = new RateLimiterMemory({ points: limits.address, duration: DAY })
    this.#network = new RateLimiterMemory({ points: limits.network, duration: HOUR })
    this.#all = new RateLimiterMemory({ points: limits.all, duration: HOUR })
  }

  /**
   * Counts a sign-up. A network that is over its limit takes nothing from the others. When all together are over theirs
   * nothing more is counted, so that there are never more counts than the limit of all lets in: a flood from everywhere
   * costs no memory.
   * @param address one that `readMailAddress` gave
   * @param network null where it is not known, which then has no limit
   * @returns whether it is within every limit. It says nothing of whether the address is known.
   */
  async take(address: string, network: string | null): Promise<boolean> {
    const all = await this.#all.get(EVERYBODY)
    if (all !== null && all.remainingPoints <= 0) return false
    if (network !== null && !(await isWithin(this.#network, this.#hash(network)))) return false
    if (!(await isWithin(this.#all, EVERYBODY))) return false
    return isWithin(this.#address, this.#hash(foldAddress(address)))
  }

  readonly #hash = (text: string): string =>
    createHmac('sha256', this.#salt).update(text).digest('base64url').slice(0, 22)
}

const isWithin = (limiter: RateLimiterMemory, key: string): Promise<boolean> =>
  limiter.consume(key).then(
    () => true,
    () => false,
  )

/** The counts of this process, found under one name by each of the bundled routes. */
const KEY = Symbol.for('broadsheet.signup-limits')
type Global = typeof globalThis & { [KEY]?: SignUpLimits }

/** The counts of this process; the settings count at the first call. */
export function signUpLimits({ limits }: Pick<NewsletterSettings, 'limits'>): SignUpLimits {
  const shared = globalThis as Global
  shared[KEY] ??= new SignUpLimits(limits)
  return shared[KEY]
}
