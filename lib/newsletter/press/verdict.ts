/** What is known when a newsletter's last slot is looked at. Times in milliseconds since the epoch. */
export interface SlotFacts {
  /** When the issue was due. */
  readonly slot: number
  /** Whether there is an issue of that day, in whatever state. */
  readonly made: boolean
  /** Since when there is a newsletter with this schedule, as far as anybody knows. */
  readonly since: number
  readonly now: number
  /** After how many milliseconds an issue that was missed is not sent any more. */
  readonly maxAge: number
}

/** `send` the issue is to be made now, `skip` it is to be recorded as left out, `none` there is nothing to do. */
export type Verdict = 'send' | 'skip' | 'none'

/**
 * What becomes of a newsletter's last slot. There is one issue a newsletter and day, whatever happens to clocks and
 * schedules. A slot that was missed is made up for until it is too old. One from before there was this schedule is left
 * out for good, so that nothing is mailed at an hour that no reader was told of.
 */
export function verdictOf({ slot, made, since, now, maxAge }: SlotFacts): Verdict {
  if (made || slot > now) return 'none'
  return slot < since || now - slot > maxAge ? 'skip' : 'send'
}
