/** What many samples come to. */
export interface Summary {
  readonly count: number
  readonly least: number
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

/**
 * The value that `share` of the samples do not exceed, by the nearest rank.
 * @param share above 0, up to 1
 * @throws {RangeError} when there is no sample
 * @see https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
 */
export function percentile(samples: readonly number[], share: number): number {
  const found = samples.toSorted((a, b) => a - b)[Math.ceil(samples.length * share) - 1]
  if (found === undefined) throw new RangeError('there is no sample to take a percentile of')
  return found
}

/** The middle one of the samples; of an even number, the lower of the two in the middle. */
export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

export const summarise = (samples: readonly number[]): Summary => ({
  count: samples.length,
  least: Math.min(...samples),
  median: median(samples),
  p95: percentile(samples, 0.95),
  p99: percentile(samples, 0.99),
  most: Math.max(...samples),
})

/** Bytes as megabytes of a million. */
export const megabytes = (bytes: number): number => bytes / 1e6
