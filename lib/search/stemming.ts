import { languageOf, stemmerFor } from '../content/words/stems.ts'

/** Words that are remembered with their stems: those of many stories. */
const MOST = 20_000

const known = new Map<string, (word: string) => string>()

/** What takes a folded word to its stem, remembering those of a language. @param locale a BCP 47 tag */
export function stemming(locale: string): (word: string) => string {
  const language = languageOf(locale)
  const made = known.get(language)
  if (made !== undefined) return made
  const stem = stemmerFor(language)
  const stems = new Map<string, string>()
  const remembering = (word: string) => {
    const before = stems.get(word)
    if (before !== undefined) return before
    if (stems.size >= MOST) stems.clear()
    const its = stem(word)
    stems.set(word, its)
    return its
  }
  known.set(language, remembering)
  return remembering
}
