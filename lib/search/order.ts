import { Bits } from '../content/catalog/bits.ts'
import type { Catalog } from '../content/catalog/catalog.ts'
import type { Facts } from '../content/catalog/facts.ts'
import { quoted } from '../content/catalog/fts.ts'
import { bitsOf, idOf } from '../content/words/vector.ts'
import { newest } from './newest.ts'
import { BEGUN, rarity, recency, score, weigh } from './rank.ts'
import { docsOf, isCommon, type Sought, stemsOf } from './terms.ts'

/** Stories that can be paged to; nobody reads on so far, and time is bounded. */
export const MOST_PAGED = 1000

/** Stories that are ranked: all, or else the newest and the newest that have the words in their headline or dek. */
const [MOST_RANKED, NEWEST_RANKED, AHEAD_RANKED] = [500, 300, 200]

/** The most relevant of some articles, behind them the newest of the rest. @param now milliseconds since the epoch */
export function ranked(
  ids: readonly number[],
  needs: readonly Sought[],
  { search }: Pick<Catalog, 'search'>,
  facts: Facts,
  now: number,
): number[] {
  const latest = newest(ids, MOST_PAGED, facts.published)
  const chosen = ids.length <= MOST_RANKED ? ids : candidates(ids, latest, needs, search, facts)
  const scores = scoresOf(chosen, needs, search, facts, now)
  const at = (id: number) => facts.published[id] ?? 0
  const first = [...chosen].sort(
    (one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0) || at(other) - at(one) || other - one,
  )
  if (ids.length === chosen.length) return first.slice(0, MOST_PAGED)
  const known = new Set(first)
  const rest = latest.filter((id) => !known.has(id))
  return [...first, ...rest].slice(0, MOST_PAGED)
}

/** @param latest the newest of `ids`, newest first */
function candidates(
  ids: readonly number[],
  latest: readonly number[],
  needs: readonly Sought[],
  search: Catalog['search'],
  facts: Facts,
): readonly number[] {
  const ahead = aheadOf(needs, search, facts)
  const leading = ahead === null ? [] : ids.filter((id) => ahead.has(id))
  return [...new Set([...latest.slice(0, NEWEST_RANKED), ...newest(leading, AHEAD_RANKED, facts.published)])]
}

/** Words that more articles have tell nothing of one. */
const TELLING = 0.3

/** Articles with all that was searched for in their headline or dek, as far as it tells anything; null if it does not. */
function aheadOf(needs: readonly Sought[], search: Catalog['search'], facts: Facts): Bits | null {
  let all: Bits | null = null
  for (const need of needs) {
    if (docsOf(need) > facts.highest * TELLING) continue
    const [common, others] = [stemsOf(need).filter(isCommon), stemsOf(need).filter((stem) => !isCommon(stem))]
    const expression = others.map(({ stem }) => quoted(stem)).join(' OR ')
    const few = expression === '' ? [] : search.matching(`{headline dek} : (${expression})`)
    let any = Bits.of(few, facts.highest)
    for (const stem of common) any = any.or(search.having(stem, 'ahead', facts.timeZone))
    all = all === null ? any : all.and(any)
  }
  return all
}

/** What is scored by itself: a word, with those that it is the beginning of. */
interface Parts {
  /** What each of them tells. */
  readonly rare: readonly number[]
  /** By number of a stem the parts that it meets, and how well. */
  readonly byStem: ReadonlyMap<number, readonly { readonly part: number; readonly factor: number }[]>
}

function partsOf(needs: readonly Sought[], all: number): Parts {
  const rare: number[] = []
  const byStem = new Map<number, { part: number; factor: number }[]>()
  const add = (id: number, factor: number) => {
    const met = byStem.get(id) ?? []
    byStem.set(id, [...met, { part: rare.length - 1, factor }])
  }
  for (const need of needs)
    for (const stem of need.stems) {
      rare.push(rarity(need.words.length > 1 ? (stem?.docs ?? 0) : docsOf(need), all))
      if (stem !== null) add(stem.id, 1)
      for (const { id } of need.further) add(id, BEGUN)
    }
  return { rare, byStem }
}

function scoresOf(
  ids: readonly number[],
  needs: readonly Sought[],
  search: Catalog['search'],
  facts: Facts,
  now: number,
): Map<number, number> {
  const { rare, byStem } = partsOf(needs, facts.highest)
  const vectors = search.vectors(ids)
  let length = 0
  for (const terms of vectors.values()) length += terms.length
  const usual = Math.max(1, length / Math.max(1, vectors.size))
  const scores = new Map<number, number>()
  const weights = new Float64Array(rare.length)
  for (const [id, terms] of vectors) {
    weights.fill(0)
    for (const packed of terms) {
      const met = byStem.get(idOf(packed))
      if (met === undefined) continue
      for (const { part, factor } of met) weights[part] = (weights[part] ?? 0) + factor * weigh(bitsOf(packed))
    }
    const long = terms.length / usual
    const sum = rare.reduce((all, tells, part) => all + score(weights[part] ?? 0, tells, long), 0)
    scores.set(id, sum * recency(now - (facts.published[id] ?? 0)))
  }
  return scores
}
