const WEEK = 604_800_000

/** The pauses that a reader can choose: weeks, and 0 for one that lasts until they end it. */
export const PAUSES = [1, 4, 12, 0] as const

/** When a pause ends that has no end of its own. */
export const UNTIL_RESUMED = Date.UTC(9999, 11, 31)

/** When a pause ends that begins now; null when its length is none that can be chosen. */
export function endOfPause(weeks: string, now: number): number | null {
  const chosen = PAUSES.find((each) => String(each) === weeks)
  if (chosen === undefined) return null
  return chosen === 0 ? UNTIL_RESUMED : now + chosen * WEEK
}
