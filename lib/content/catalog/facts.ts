import { rangeOf } from '../calendar/period.ts'
import type { Card } from './entries.ts'
import { isListed } from './states.ts'

/** What the catalog keeps of an article in `facts`; all but its number are null once it is gone. */
export interface FactsRow {
  readonly nth: number
  readonly article: number
  readonly state: Card['state'] | null
  readonly section: string | null
  readonly published: number | null
  readonly kind: string | null
  /** JSON. */
  readonly authors: string | null
}

/** Names by small numbers. */
export class Names {
  readonly names: string[] = []
  readonly #numbers = new Map<string, number>()

  /** The number of a name, which it is given if it has none. */
  number(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  /** The number of a name, or -1. */
  find = (name: string): number => this.#numbers.get(name) ?? -1
}

/** Slots that are made at first; as many as are needed later. */
const FEW = 1024

/**
 * What searches count and filter by, of every article by its number, in some 20 bytes each. Memory that is behind the
 * catalog is brought up to date by the rows that came meanwhile.
 */
export class Facts {
  /** The publication's zone, for years. */
  readonly timeZone: string
  readonly sections = new Names()
  readonly kinds = new Names()
  readonly authors = new Names()
  /** By number of an article: whether searches may find it; milliseconds; a year of the zone; numbers of names. */
  found = new Uint8Array(FEW)
  published = new Float64Array(FEW)
  year = new Uint16Array(FEW)
  section = new Uint16Array(FEW)
  kind = new Uint16Array(FEW)
  /** By number of an article the number of its byline: few authors write most stories, and mostly the same together. */
  byline = new Uint32Array(FEW)
  /** By number of a byline the numbers of its authors. */
  readonly bylines: number[][] = []
  /** Bylines as JSON. */
  readonly #written = new Names()
  /** The highest number that an article has had. */
  highest = 0
  /** The last row that is known. */
  nth = 0
  readonly #drafts: boolean
  readonly #starts = new Map<number, number>()

  /** @param drafts whether those that are not published yet are found, as they are while writing */
  constructor(timeZone: string, drafts: boolean) {
    this.timeZone = timeZone
    this.#drafts = drafts
  }

  /** Takes a row that came after all that are known. */
  apply(row: FactsRow): void {
    const { nth, article } = row
    this.nth = Math.max(this.nth, nth)
    this.highest = Math.max(this.highest, article)
    if (article >= this.found.length) this.#grow(article)
    this.found[article] = this.#isFound(row.state) ? 1 : 0
    this.published[article] = row.published ?? 0
    this.year[article] = this.#yearOf(row.published ?? 0)
    this.section[article] = this.sections.number(row.section ?? '')
    this.kind[article] = this.kinds.number(row.kind ?? '')
    this.byline[article] = this.#bylineOf(row.authors ?? '[]')
  }

  #isFound = (state: FactsRow['state']): boolean => state !== null && isListed(state, this.#drafts)

  #bylineOf(authors: string): number {
    const number = this.#written.number(authors)
    this.bylines[number] ??= [...new Set(JSON.parse(authors) as string[])].map((slug) => this.authors.number(slug))
    return number
  }

  #yearOf(ms: number): number {
    const year = new Date(ms).getUTCFullYear()
    if (ms < this.#startOf(year)) return year - 1
    return ms < this.#startOf(year + 1) ? year : year + 1
  }

  #startOf(year: number): number {
    const known = this.#starts.get(year)
    if (known !== undefined) return known
    const { start } = rangeOf(String(year).padStart(4, '0'), this.timeZone)
    this.#starts.set(year, start)
    return start
  }

  #grow(article: number): void {
    const size = Math.ceil((article + FEW) * 1.25)
    const longer = <T extends { set(from: T): void }>(made: T, from: T): T => {
      made.set(from)
      return made
    }
    this.found = longer(new Uint8Array(size), this.found)
    this.published = longer(new Float64Array(size), this.published)
    this.year = longer(new Uint16Array(size), this.year)
    this.section = longer(new Uint16Array(size), this.section)
    this.kind = longer(new Uint16Array(size), this.kind)
    this.byline = longer(new Uint32Array(size), this.byline)
  }
}
