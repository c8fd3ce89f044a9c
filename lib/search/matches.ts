import { setImmediate as pause } from 'node:timers/promises'
import { Bits } from '../content/catalog/bits.ts'
import type { Catalog } from '../content/catalog/catalog.ts'
import type { Facts } from '../content/catalog/facts.ts'
import { quoted } from '../content/catalog/fts.ts'
import type { Told } from './most.ts'
import { rarity } from './rank.ts'
import { docsOf, isCommon, type Looked, MANY, type Sought, stemsOf } from './terms.ts'

/** What matches, and whether all articles were looked through for it. */
interface Matches {
  /** Null: whatever there is. */
  readonly bits: Bits | null
  readonly whole: boolean
}

/** Articles that words beside each other are looked for in, about: each takes a thousandth of what all of them take. */
const MOST_PHRASED = 12_000

/** Finds the articles that have all that a query needs and nothing that it excludes. */
export async function matchesOf({ needs, without }: Looked, { search }: Catalog, facts: Facts): Promise<Matches> {
  const finder = new Finder(search, facts)
  const all = await finder.all(needs)
  if (without.length === 0) return { bits: all, whole: finder.whole }
  const excluded = new Bits(facts.highest)
  let none = excluded
  for (const need of without) {
    const one = await finder.all([need])
    if (one !== null) none = none.or(one)
  }
  return { bits: finder.but(all, none), whole: finder.whole }
}

/** For each word that a query needs, the articles that have it, and how much it tells. */
export async function eachOf({ needs }: Looked, { search }: Catalog, facts: Facts): Promise<Told[]> {
  const finder = new Finder(search, facts)
  const told: Told[] = []
  for (const need of needs) {
    const bits = (await finder.all([need])) ?? new Bits()
    told.push({ bits, weight: rarity(docsOf(need), facts.highest) })
  }
  return told
}

class Finder {
  whole = true
  readonly #search: Catalog['search']
  readonly #facts: Facts

  constructor(search: Catalog['search'], facts: Facts) {
    this.#search = search
    this.#facts = facts
  }

  /** Those in which all needs are met; null where nothing is needed. */
  async all(needs: readonly Sought[]): Promise<Bits | null> {
    if (needs.some((need) => docsOf(need) === 0)) return new Bits()
    const rare = needs.some((need) => docsOf(need) < MANY)
    const [asked, kept]: [Sought[], Sought[]] = [[], []]
    for (const need of needs) (this.#isKept(need, rare) ? kept : asked).push(need)
    let bits = asked.length === 0 ? null : this.#ask(asked)
    for (const need of kept) {
      const one = await this.#any(need)
      bits = bits === null ? one : bits.and(one)
    }
    return bits
  }

  /** Those of `all` (or of whatever there is) that are not among others. */
  but(all: Bits | null, others: Bits): Bits {
    const left = new Bits(this.#facts.highest)
    for (let id = 1; id <= this.#facts.highest; id++) if ((all === null || all.has(id)) && !others.has(id)) left.add(id)
    return left
  }

  /** Whether a need is met by sets that are remembered; beside a rare word the index is as fast. */
  #isKept(need: Sought, rare: boolean): boolean {
    if (need.words.length > 1) return false
    const stems = stemsOf(need).filter(({ docs }) => docs >= MANY)
    if (stems.length === 0) return docsOf(need) >= MANY
    return !rare || stems.every((stem) => this.#search.isKept(stem, this.#facts.timeZone))
  }

  /** One of a need's stems at least. */
  async #any(need: Sought): Promise<Bits> {
    const [common, others] = [stemsOf(need).filter(isCommon), stemsOf(need).filter((stem) => !isCommon(stem))]
    const expression = others.map(({ stem }) => quoted(stem)).join(' OR ')
    let any = Bits.of(expression === '' ? [] : this.#search.matching(expression), this.#facts.highest)
    for (const stem of common) {
      // Each may take a while at first, in which others have their turn.
      if (!this.#search.isKept(stem, this.#facts.timeZone)) await pause()
      any = any.or(this.#search.having(stem, 'anywhere', this.#facts.timeZone))
    }
    return any
  }

  #ask(needs: readonly Sought[]): Bits {
    const { highest } = this.#facts
    const fewest = Math.min(...needs.map(docsOf))
    const isSlow = fewest > MOST_PHRASED
    if (isSlow) this.whole = false
    const after = isSlow ? Math.floor(highest * (1 - MOST_PHRASED / fewest)) : 0
    return Bits.of(this.#search.matching(needs.map(expressionOf).join(' AND '), after), highest)
  }
}

/**
 * @see https://www.sqlite.org/fts5.html#full_text_query_syntax Whatever is within quotation marks is no syntax.
 */
function expressionOf(need: Sought): string {
  if (need.words.length > 1) return quoted(...need.stems.map((stem) => stem?.stem ?? ''))
  return `(${stemsOf(need)
    .map(({ stem }) => quoted(stem))
    .join(' OR ')})`
}
