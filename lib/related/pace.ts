/** How a story stands in time: from 0 for an evergreen to 1 for one that runs, and how far its days reach (milliseconds). */
export interface Pace {
  readonly running: number
  readonly span: number
}

const DAY = 24 * 3600 * 1000
/** Stories most like it that are looked at, and how many it takes to tell. */
const [MOST, LEAST] = [8, 4]

/**
 * Tells a running story from an evergreen by when the stories like it were published: those of a running one lie
 * closer to it than stories that merely share some words do.
 * @param gaps how long before or after it each of them was published, in milliseconds, the most alike first
 */
export function paceOf(gaps: readonly number[]): Pace {
  const nearest = gaps.slice(0, MOST)
  const span = Math.max(DAY, median(nearest))
  if (nearest.length < LEAST || gaps.length < 2 * MOST) return { running: 0, span }
  // As near as any others is no pace, and half as near can be chance.
  return { running: Math.max(0, 1 - (2 * span) / Math.max(DAY, median(gaps))), span }
}

/** How much of a story's own days a moment is, that lies as far from it: 1 for the same moment, a half after its span. */
export const nearness = (gap: number, { span }: Pace): number => 1 / (1 + gap / span)

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
