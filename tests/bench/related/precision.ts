/** By slug, the group that an article truly belongs to; those of no group are left out. */
export type Truth = ReadonlyMap<string, number>

/** How many stories are asked for. */
export const SIX = 6

/** How much of what is related to an article is of its own group: a share of the six places, filled or not. */
export function precision(truth: Truth, slug: string, related: readonly string[]): number {
  const group = truth.get(slug)
  const right = related.slice(0, SIX).filter((other) => other !== slug && truth.get(other) === group)
  return right.length / SIX
}

/** The articles, of some, whose group has at least six others. */
export function withSixOthers(truth: Truth, slugs: readonly string[]): string[] {
  const sizes = new Map<number, number>()
  for (const group of truth.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return slugs.filter((slug) => (sizes.get(truth.get(slug) ?? Number.NaN) ?? 0) > SIX)
}

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
