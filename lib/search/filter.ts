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
  const ids: number[] = []
  const sections = new Tally()
  const kinds = new Tally()
  const authors = new Tally()
  const years = new Tally()
  const last = Math.min(facts.highest, bounds.highest)
  for (let id = 1; id <= last; id++) {
    if (facts.found[id] !== 1 || (matches !== null && !matches.has(id)) || !isWithin(id, facts, bounds)) continue
    const section = facts.section[id] ?? 0
    const kind = facts.kind[id] ?? 0
    const year = facts.year[id] ?? 0
    const wrote = facts.authorsOf(id)
    const inSection = filters.section === null || filters.section === section
    const ofKind = filters.kind === null || filters.kind === kind
    const ofYear = filters.year === null || filters.year === year
    const byAuthor = filters.author === null || wrote.includes(filters.author)
    const misses = Number(!inSection) + Number(!ofKind) + Number(!ofYear) + Number(!byAuthor)
    if (misses > 1) continue
    if (misses === 0) ids.push(id)
    if (misses === 0 || !inSection) sections.add(section)
    if (misses === 0 || !ofKind) kinds.add(kind)
    if (misses === 0 || !ofYear) years.add(year)
    if (misses === 0 || !byAuthor) for (const author of wrote) authors.add(author)
  }
  return { ids, sections: sections.counts, kinds: kinds.counts, authors: authors.counts, years: years.counts }
}

function isWithin(id: number, facts: Facts, { start, end, latest, authors, sections }: Bounds): boolean {
  const published = facts.published[id] ?? 0
  if (published < start || published >= end || published > latest) return false
  for (const { numbers, negative } of sections) if (numbers.has(facts.section[id] ?? 0) === negative) return false
  for (const { numbers, negative } of authors)
    if (facts.authorsOf(id).some((author) => numbers.has(author)) === negative) return false
  return true
}

/** Counts small numbers. */
class Tally {
  readonly #counts: number[] = []

  add(number: number): void {
    this.#counts[number] = (this.#counts[number] ?? 0) + 1
  }

  get counts(): Map<number, number> {
    const counts = new Map<number, number>()
    this.#counts.forEach((count, number) => {
      counts.set(number, count)
    })
    return counts
  }
}
