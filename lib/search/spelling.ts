/** A word of the archive, and how many articles have one of its stem. */
export interface Candidate {
  readonly word: string
  readonly docs: number
}

/** Words that a single slip of the fingers makes of another: a letter too many, too few, another, or two swapped. */
export function slipsOf(word: string, letters: readonly string[]): string[] {
  const characters = Array.from(word)
  const slips = new Set<string>()
  for (let at = 0; at <= characters.length; at++) {
    const [before, behind] = [characters.slice(0, at).join(''), characters.slice(at)]
    const [first, second, ...rest] = behind
    if (first !== undefined) slips.add(before + behind.slice(1).join(''))
    if (first !== undefined && second !== undefined) slips.add(before + second + first + rest.join(''))
    for (const letter of letters) {
      slips.add(before + letter + behind.join(''))
      if (first !== undefined) slips.add(before + letter + behind.slice(1).join(''))
    }
  }
  slips.delete(word)
  slips.delete('')
  return [...slips]
}

/**
 * How many slips lie between two words: letters that are missing, too many or others, and neighbours that are swapped.
 * @see https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance (optimal string alignment)
 */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(at(next, column - 1) + 1, at(last, column) + 1, at(last, column - 1) + (same ? 0 : 1))
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (row > 1 && column > 1 && swapped) least = Math.min(least, at(before, column - 2) + 1)
      next.push(least)
    }
    ;[before, last] = [last, next]
  }
  return at(last, other.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? 0

/** How many slips a word of some length may have. */
export const mostSlips = (length: number): number => (length < 6 ? 1 : 2)

/** What one slip weighs, in times that a word has to be more frequent to make up for it; as a logarithm. */
const SLIP = Math.log(60)
/** People seldom mistake the first letter. */
const FIRST = Math.log(4)

/** How likely a word was meant where another is written; the higher, the likelier. */
function likelihood(written: string, { word, docs }: Candidate): number {
  const first = written[0] === word[0] ? 0 : FIRST
  return Math.log(docs) - SLIP * slipsBetween(written, word) - first
}

/** The word that was most likely meant; null where none is near enough. */
export function likeliest(written: string, candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate.word === written || Math.abs(candidate.word.length - written.length) > 2) continue
    if (slipsBetween(written, candidate.word) > mostSlips(written.length)) continue
    const likely = likelihood(written, candidate)
    if (likely <= most) continue
    best = candidate
    most = likely
  }
  return best
}
