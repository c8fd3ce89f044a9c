const DAY = 24 * 3600 * 1000

/**
 * The newest of some articles, newest first; of two of one moment the one with the higher number.
 * @param published milliseconds by number of an article
 */
export function newest(ids: readonly number[], limit: number, published: Float64Array): number[] {
  const at = (id: number) => published[id] ?? 0
  const some = ids.length > limit * 2 ? ids.slice().filter(sinceDay(ids, limit, published)) : ids.slice()
  return some.sort((one, other) => at(other) - at(one) || other - one).slice(0, limit)
}

/** Those since the day from which on there are enough: sorting all of them takes far longer than counting days. */
function sinceDay(ids: readonly number[], limit: number, published: Float64Array): (id: number) => boolean {
  const dayOf = (id: number) => Math.floor((published[id] ?? 0) / DAY)
  const counts = new Map<number, number>()
  for (const id of ids) {
    const day = dayOf(id)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  let left = limit
  let since = Number.POSITIVE_INFINITY
  for (const day of [...counts.keys()].sort((one, other) => other - one)) {
    since = day
    left -= counts.get(day) ?? 0
    if (left <= 0) break
  }
  return (id) => dayOf(id) >= since
}
