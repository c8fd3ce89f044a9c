import type { Query } from './query.ts'
import { docsOf, type Sought } from './terms.ts'

/** A query with fewer words, and those that were left out. */
export interface Relaxed {
  readonly query: Query
  readonly left: readonly string[]
}

/**
 * Looser and looser forms of a query of which no story has all words: each has half of the words of the one before, the rarer
 * ones, so that what is asked about stays. What is quoted stays too. None where a word is in no story at all:
 * that one was rather meant otherwise.
 * @param sought the query's needs, looked up, in their order
 */
export function relax(query: Query, sought: readonly Sought[]): Relaxed[] {
  if (sought.some((need) => docsOf(need) === 0)) return []
  const words = query.needs.flatMap((need, at) => {
    const found = sought[at]
    return need.words.length === 1 && found ? [{ need, docs: docsOf(found) }] : []
  })
  const common = words.sort((a, b) => b.docs - a.docs).map(({ need }) => need)
  const forms: Relaxed[] = []
  let kept = Math.ceil(common.length / 2)
  while (kept < common.length && kept > 0) {
    const left = new Set(common.slice(0, common.length - kept))
    const needs = query.needs.filter((need) => !left.has(need))
    forms.push({
      query: { ...query, needs },
      left: query.needs.filter((need) => left.has(need)).map(({ words: [word = ''] }) => word),
    })
    if (kept === 1) break
    kept = Math.ceil(kept / 2)
  }
  return forms
}
