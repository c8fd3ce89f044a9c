import type { Bits } from '../content/catalog/bits.ts'
import type { Facts } from '../content/catalog/facts.ts'
import type { Called } from './query.ts'

/** What else a story has to be, by the numbers of `Facts`; null where any will do. */
export interface Filters {
  readonly section: number | null
  readonly kind: number | null
  readonly author: number | null
  readonly year: number | null
}

/** What the query itself and the visit say. */
export interface Bounds {
  /** Each asks for one of these authors, or for none of them; likewise of sections. */
  readonly authors: readonly Choice[]
  readonly sections: readonly Choice[]
  /** Milliseconds. */
  readonly start: number
  readonly end: number
  /** The highest number of an article, and the last moment of publication (milliseconds). */
  readonly highest: number
  readonly latest: number
}

interface Choice {
  readonly numbers: ReadonlySet<number>
  readonly negative: boolean
}

/** How many match in all and by each filter's values, were it not for that filter. */
export interface Counted {
  readonly ids: readonly number[]
  readonly sections: ReadonlyMap<number, number>
  readonly kinds: ReadonlyMap<number, number>
  readonly authors: ReadonlyMap<number, number>
  readonly years: ReadonlyMap<number, number>
}

/** The numbers of those that are called so: all words of a call are among the words of a name or slug. */
export function chosen(
  called: readonly Called[],
  names: readonly { readonly number: number; readonly words: readonly string[] }[],
): Choice[] {
  return called.map(({ words, negative }) => ({
    numbers: new Set(
      names.filter((name) => words.every((word) => name.words.includes(word))).map(({ number }) => number),
    ),
    negative,
  }))
}

/** Goes once through all that matches. @param matches null for whatever there is */
export function filter(matches: Bits | null, facts: Facts, filters: Filters, bounds: Bounds): Counted {
  const { found, published, year, section, kind, byline, bylines } = facts
  const { start, end, latest } = bounds
  const ids: number[] = []
  const sections = new Uint32Array(facts.sections.names.length)
  const kinds = new Uint32Array(facts.kinds.names.length)
  const years = new Uint32Array(LAST_YEAR + 1)
  const together = new Uint32Array(bylines.length)
  // Many stories have the same authors, and the same section: what is said of those is looked up once.
  const wanted = Uint8Array.from(bylines, (wrote) => Number(filters.author === null || wrote.includes(filters.author)))
  const byThese = Uint8Array.from(bylines, (wrote) => Number(isAmong(wrote, bounds.authors)))
  const inThese = Uint8Array.from(facts.sections.names, (_, number) => Number(isAmong([number], bounds.sections)))
  const last = Math.min(facts.highest, bounds.highest)
  for (let id = 1; id <= last; id++) {
    if (found[id] !== 1 || (matches !== null && !matches.has(id))) continue
    const moment = published[id] ?? 0
    if (moment < start || moment >= end || moment > latest) continue
    const [itsSection, itsKind, itsYear, its] = [section[id] ?? 0, kind[id] ?? 0, year[id] ?? 0, byline[id] ?? 0]
    if (inThese[itsSection] === 0 || byThese[its] === 0) continue
    const inSection = filters.section === null || filters.section === itsSection
    const ofKind = filters.kind === null || filters.kind === itsKind
    const ofYear = filters.year === null || filters.year === itsYear
    const byAuthor = wanted[its] === 1
    const misses = Number(!inSection) + Number(!ofKind) + Number(!ofYear) + Number(!byAuthor)
    if (misses > 1) continue
    if (misses === 0) ids.push(id)
    if (misses === 0 || !inSection) add(sections, itsSection)
    if (misses === 0 || !ofKind) add(kinds, itsKind)
    if (misses === 0 || !ofYear) add(years, itsYear)
    if (misses === 0 || !byAuthor) add(together, its)
  }
  const authors = new Uint32Array(facts.authors.names.length)
  for (const [its, wrote] of bylines.entries()) for (const author of wrote) add(authors, author, together[its])
  return { ids, sections: counts(sections), kinds: counts(kinds), authors: counts(authors), years: counts(years) }
}

/** As high as `Facts` can tell. */
const LAST_YEAR = 2 ** 16 - 1

/** Whether a story of these numbers is what each of some choices asks for. */
const isAmong = (its: readonly number[], choices: readonly Choice[]): boolean =>
  choices.every(({ numbers, negative }) => its.some((number) => numbers.has(number)) !== negative)

function add(counts: Uint32Array, number: number, count = 1): void {
  counts[number] = (counts[number] ?? 0) + count
}

/** Those that there are any of. */
function counts(tally: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>()
  tally.forEach((count, number) => {
    if (count > 0) counts.set(number, count)
  })
  return counts
}
