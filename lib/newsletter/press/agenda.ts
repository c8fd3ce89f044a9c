import { lastSlot, nextSlot, type Slot } from '../schedule/slots.ts'
import type { Issues } from '../store/repository.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** A newsletter, as far as its schedule goes. */
export interface Scheduled {
  readonly slug: string
  readonly schedule: string
  /** Of the IANA's. */
  readonly timeZone: string
}

/** A slot that something is to be done about. */
export interface Due {
  readonly newsletter: string
  readonly slot: Slot
  readonly verdict: Exclude<Verdict, 'none'>
  /** Whether the newsletter has had no issue yet. */
  readonly isNew: boolean
}

interface Seen extends Pick<Scheduled, 'schedule' | 'timeZone'> {
  /** Since when there is this schedule; null until the store has been asked. */
  since: number | null
  slot: Slot
  /** When the slot after it is. */
  next: number
  /** Whether nothing is to be done about the slot any more. */
  isSettled: boolean
}

/**
 * Knows what is due. Looking at it costs next to nothing between slots, however the clock is set meanwhile: the store
 * is asked when a slot comes, and never again once that is settled.
 */
export class Agenda {
  readonly #maxAge: number
  readonly #seen = new Map<string, Seen>()

  /** @param maxAge milliseconds */
  constructor(maxAge: number) {
    this.#maxAge = maxAge
  }

  /** What is due now, of these newsletters. @param now milliseconds since the epoch */
  async look(
    newsletters: readonly Scheduled[],
    issues: Pick<Issues, 'byDate' | 'latest'>,
    now: number,
  ): Promise<Due[]> {
    for (const slug of this.#seen.keys()) if (!newsletters.some((one) => one.slug === slug)) this.#seen.delete(slug)
    const due: Due[] = []
    for (const newsletter of newsletters) {
      const seen = this.#see(newsletter, now)
      if (seen.isSettled) continue
      const found = await this.#judge(newsletter.slug, seen, issues, now)
      if (found === null) seen.isSettled = true
      else due.push(found)
    }
    return due
  }

  #see({ slug, schedule, timeZone }: Scheduled, now: number): Seen {
    const before = this.#seen.get(slug)
    const isSame = before?.schedule === schedule && before.timeZone === timeZone
    if (isSame && now >= before.slot.at && now < before.next) return before
    const seen: Seen = {
      schedule,
      timeZone,
      since: before === undefined ? null : isSame ? before.since : now,
      slot: lastSlot(schedule, timeZone, now),
      next: nextSlot(schedule, timeZone, now).at,
      isSettled: false,
    }
    this.#seen.set(slug, seen)
    return seen
  }

  async #judge(
    newsletter: string,
    seen: Seen,
    issues: Pick<Issues, 'byDate' | 'latest'>,
    now: number,
  ): Promise<Due | null> {
    const { slot } = seen
    const isNew = (await issues.latest(newsletter)) === null
    seen.since ??= isNew ? now : Number.NEGATIVE_INFINITY
    const made = (await issues.byDate(newsletter, slot.date)) !== null
    const verdict = verdictOf({ slot: slot.at, made, since: seen.since, now, maxAge: this.#maxAge })
    return verdict === 'none' ? null : { newsletter, slot, verdict, isNew }
  }
}
