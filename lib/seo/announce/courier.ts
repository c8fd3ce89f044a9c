import type { Log } from '../../content/sync/log.ts'
import { absolute } from '../addresses.ts'
import { backOff } from './back-off.ts'
import type { Clock } from './clock.ts'
import { type Outcome, post } from './post.ts'
import type { Queue, Waiting } from './queue.ts'
import type { Target } from './targets.ts'

/** How long a service may take to answer, in milliseconds. */
const PATIENCE = 20_000

/** A clock that has been set is noticed within this, in milliseconds. */
const LOOK_AGAIN = 3_600_000

/** How often a target is told of the same change before it is given up: with the pauses between, over more than an hour. */
export const MOST_ATTEMPTS = 10

/** Addresses that a target has been told of, those that it never will be, and attempts that failed; since the start. */
export interface Tally {
  told: number
  dropped: number
  failures: number
}

interface CourierOptions {
  readonly target: Target
  readonly clock: Clock
  readonly log: Log
}

/** Tells one target what its queue has for it, a message after the other. */
export class Courier {
  readonly target: Target
  readonly tally: Tally = { told: 0, dropped: 0, failures: 0 }
  readonly #clock: Clock
  readonly #log: Log
  /** Why it failed last, as far as that has been logged. */
  #trouble: string | null = null

  constructor({ target, clock, log }: CourierOptions) {
    this.target = target
    this.#clock = clock
    this.#log = log
  }

  /**
   * Tells what there is to tell now.
   * @param site the publication's address, without a slash at its end
   * @param closing stops it; what has not been answered by then counts as not told
   * @returns after how many milliseconds there may be more to tell; null when there is nothing
   * @throws what the queue throws
   */
  async deliver(queue: Queue, site: string, closing: AbortSignal): Promise<number | null> {
    const { name, most } = this.target
    while (!closing.aborted) {
      const batch = queue.pending(name, most)
      if (batch.items.length === 0) return null
      const { failures, after } = queue.health(name)
      const now = this.#clock.now()
      if (after > now) return Math.min(after - now, LOOK_AGAIN)
      const urls = batch.items.map((href) => new URL(absolute(site, href)).href)
      const signal = AbortSignal.any([closing, this.#clock.timeout(PATIENCE)])
      const outcome = await post(this.target.message(site, urls), signal, now)
      if (closing.aborted) return null
      if (outcome.type === 'failed') this.#fail(queue, batch, outcome, failures + 1)
      else this.#end(queue, site, batch, outcome)
    }
    return null
  }

  #end(queue: Queue, site: string, { items, upTo }: Waiting, outcome: Exclude<Outcome, { type: 'failed' }>): void {
    const { name, host } = this.target
    const count = items.length
    queue.forget(name, upTo)
    queue.setHealth(name, { failures: 0, after: 0 })
    this.#trouble = null
    if (outcome.type === 'told') {
      this.tally.told += count
      this.#log.info(`announce: ${host} was told of ${this.#shown(count)}.`)
      return
    }
    this.tally.dropped += count
    const { status } = outcome
    const refusal = `announce: ${host} refused ${this.#shown(count)} with status ${status}; they are not told again.`
    this.#log.warn(`${refusal} ${this.target.advice(site, status)}`)
  }

  #fail(queue: Queue, { items, upTo }: Waiting, outcome: Outcome & { type: 'failed' }, failures: number): void {
    const { name, host } = this.target
    const pause = backOff(failures, this.#clock.random(), outcome.after)
    queue.setHealth(name, { failures, after: this.#clock.now() + pause })
    this.tally.failures++
    const dropped = queue.fail(name, upTo, MOST_ATTEMPTS)
    this.tally.dropped += dropped
    if (dropped > 0)
      this.#log.warn(
        `announce: ${host} was told of ${this.#shown(dropped)} ${MOST_ATTEMPTS} times in vain (${outcome.why}); they are given up. Look whether it is in service.`,
      )
    else if (this.#trouble !== outcome.why)
      this.#log.warn(
        `announce: ${host} could not be told of ${this.#shown(items.length)}: ${outcome.why}. It is tried again.`,
      )
    this.#trouble = outcome.why
  }

  #shown(count: number): string {
    return `${count} ${count === 1 ? this.target.what.slice(0, -1) : this.target.what}`
  }
}
