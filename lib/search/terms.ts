import type { KnownStem, KnownWord, Vocabulary } from '../content/catalog/vocabulary.ts'
import type { Pattern } from './marks.ts'
import type { Need, Query } from './query.ts'

/** Words as they are typed, with what the archive has of them. */
export interface Sought extends Need {
  /** Of each word its stem; null where no article has it. */
  readonly stems: readonly (KnownStem | null)[]
  /** Stems of further words that the last one is the beginning of. */
  readonly further: readonly KnownStem[]
}

/** What a query needs and what it excludes, looked up. */
export interface Looked {
  readonly needs: readonly Sought[]
  readonly without: readonly Sought[]
}

/** Words that are found by their beginning: those of most articles. */
const MOST_FURTHER = 12

/** Looks the words of a query up. @param stem takes a folded word to its stem */
export function lookUp(query: Query, vocabulary: Vocabulary, stem: (word: string) => string): Looked {
  const words = [...query.needs, ...query.without].flatMap((need) => need.words)
  const known = new Map(vocabulary.stems([...new Set(words.map(stem))]).map((each) => [each.stem, each]))
  const look = (need: Need): Sought => {
    const stems = need.words.map((word) => known.get(stem(word)) ?? null)
    const beginning = need.open && need.words.length === 1 ? need.words[0] : undefined
    const further = beginning === undefined ? [] : vocabulary.stemsFrom(beginning, MOST_FURTHER)
    return { ...need, stems, further: further.filter(({ id }) => id !== stems[0]?.id) }
  }
  return { needs: query.needs.map(look), without: query.without.map(look) }
}

/** What tells the words of a need in a text. @param stem as for `lookUp` */
export const patternOf = ({ words, open, further }: Sought, stem: (word: string) => string): Pattern =>
  words.map((word, at) => {
    const own = stem(word)
    const others = new Set(at === words.length - 1 ? further.map((each) => each.stem) : [])
    const begins = open && others.size > 0 && words.length === 1
    return (written) => {
      const its = stem(written)
      return its === own || (begins && written.startsWith(word) && others.has(its))
    }
  })

/** Articles that have a stem from which on reading which those are takes long enough to remember them. */
export const MANY = 4000

export const isCommon = ({ docs }: KnownStem): boolean => docs >= MANY

/** The stems that meet a need of one word: any of them does. */
export const stemsOf = ({ stems, further }: Sought): KnownStem[] =>
  [...stems, ...further].filter((stem): stem is KnownStem => stem !== null)

/** In how many articles a need is met, at most. */
export function docsOf(need: Sought): number {
  if (need.words.length > 1) return Math.min(...need.stems.map((stem) => stem?.docs ?? 0))
  return stemsOf(need).reduce((sum, { docs }) => sum + docs, 0)
}

/** Words that so few articles have that another spelling may have been meant. */
const HARDLY_ANY = 2

/** Words of a query that hardly any article has, and how many do. */
export const doubtedOf = ({ needs }: Looked): KnownWord[] =>
  needs.flatMap(({ words, stems, further }) =>
    words.flatMap((word, at) => {
      const docs = stems[at]?.docs ?? 0
      return docs > HARDLY_ANY || further.length > 0 ? [] : [{ word, docs }]
    }),
  )
