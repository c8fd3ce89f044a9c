/** So many ids, spread over all, tell about since when there are enough. */
const SAMPLE = 512

/**
 * The newest of some articles, newest first; of two of one moment the one with the higher number.
 * @param published milliseconds by number of an article
 */
export function newest(ids: readonly number[], limit: number, published: Float64Array): number[] {
  const at = (id: number) => published[id] ?? 0
  const since = ids.length > limit * 2 ? sinceOf(ids, limit, published) : Number.NEGATIVE_INFINITY
  const some = ids.filter((id) => at(id) >= since)
  const enough = some.length >= Math.min(limit, ids.length) ? some : ids.slice()
  return enough.sort((one, other) => at(other) - at(one) || other - one).slice(0, limit)
}

/** About since when there are enough, and half as many more: sorting all of them takes far longer than looking at some. */
function sinceOf(ids: readonly number[], limit: number, published: Float64Array): number {
  const step = Math.max(1, Math.floor(ids.length / SAMPLE))
  const some = new Float64Array(Math.floor(ids.length / step))
  for (let nth = 0; nth < some.length; nth++) some[nth] = published[ids[nth * step] ?? 0] ?? 0
  some.sort()
  return some[some.length - Math.ceil((limit * 1.5) / step) - 8] ?? Number.NEGATIVE_INFINITY
}
