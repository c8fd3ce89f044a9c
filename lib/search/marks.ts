import { type Word, wordsIn } from '../content/words/words.ts'
import type { Marked } from './model.ts'

/** What a need's words are known by in a text: each is true of a folded word. */
export type Pattern = readonly ((word: string) => boolean)[]

/** Where words stand that were searched for. */
export interface Mark {
  /** Indexes into the text: of the first character, and of the one behind the last. */
  readonly start: number
  readonly end: number
  /** Which of the patterns it is. */
  readonly pattern: number
}

/** Where a text has words that were searched for, in order; of those that overlap the first. */
export function marksIn(text: string, patterns: readonly Pattern[]): Mark[] {
  const words = wordsIn(text)
  const marks: Mark[] = []
  for (let at = 0; at < words.length; ) {
    const pattern = patterns.findIndex((each) => standsAt(words, at, each))
    const length = patterns[pattern]?.length ?? 1
    const [first, last] = [words[at], words[at + length - 1]]
    if (pattern >= 0 && first && last) marks.push({ start: first.start, end: last.end, pattern })
    at += length
  }
  return marks
}

function standsAt(words: readonly Word[], at: number, pattern: Pattern): boolean {
  for (let nth = 0; nth < pattern.length; nth++) {
    const word = words[at + nth]
    if (word === undefined || pattern[nth]?.(word.word) !== true) return false
  }
  return true
}

/**
 * A part of a text as runs, those within marks being hits.
 * @param start index of its first character @param end of the one behind its last
 */
export function toRuns(text: string, marks: readonly Mark[], start = 0, end = text.length): Marked {
  const runs: { text: string; hit: boolean }[] = []
  let at = start
  const run = (until: number, hit: boolean) => {
    if (until > at) runs.push({ text: text.slice(at, until), hit })
    at = Math.max(at, until)
  }
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue
    run(mark.start, false)
    run(mark.end, true)
  }
  run(end, false)
  return runs
}
