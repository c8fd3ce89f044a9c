import { REMIND_AFTER } from '../signup/settle.ts'
import type { Repository } from '../store/repository.ts'
import { Every } from './every.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A letter that was taken on and of which nothing was heard for so long was a process's that has ended; milliseconds. */
const LOST = 5 * MINUTE

/** How long applications are kept whose link has run out, and letters that were sent; milliseconds. */
const KEPT = DAY

/** How long it is kept who got an issue, after it was sent; milliseconds. */
const RECIPIENTS_KEPT = 30 * DAY

/** What is to be done now and then: lost letters are found again, reminders put out, and what is over is forgotten. */
export class Chores {
  readonly #lost = new Every(MINUTE)
  readonly #rest = new Every(HOUR)

  /** @param now milliseconds since the epoch */
  async look({ desk, issues }: Pick<Repository, 'desk' | 'issues'>, now: number): Promise<void> {
    if (this.#lost.isDue(now)) await desk.reclaimLetters(now - LOST)
    if (!this.#rest.isDue(now)) return
    await desk.remind(now - REMIND_AFTER, now)
    await desk.forget(now - KEPT)
    await issues.forget(now - RECIPIENTS_KEPT)
  }
}
