import { RECENT_SPAN, SITE } from '../catalog/keys.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import type { Sync } from './sync.ts'

/** What time alone brings: another day, and stories that are due or no longer recent. */
export class Agenda {
  #calendar: Calendar | null = null
  #nextDue: number | null = null

  /**
   * Finds out what comes next, after a change.
   * @param keys of what has changed: another `site.yaml` may have another time zone
   */
  plan(sync: Pick<Sync, 'timeZone' | 'nextDue'>, keys: ReadonlySet<string>): void {
    if (this.#calendar === null || keys.has(SITE)) this.#calendar = calendarOf(sync.timeZone())
    this.#nextDue = sync.nextDue(RECENT_SPAN)
  }

  /** What has come by `now` (milliseconds since the epoch) and was not told before; something due only until the next plan. */
  come(now: number): { readonly newDay: boolean; readonly due: boolean } {
    const newDay = this.#calendar?.turned(now) ?? false
    const due = this.#nextDue !== null && now >= this.#nextDue
    if (due) this.#nextDue = null
    return { newDay, due }
  }
}
