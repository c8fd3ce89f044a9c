import type { KnownWord, Vocabulary } from '../content/catalog/vocabulary.ts'
import { wordsIn } from '../content/words/words.ts'
import type { Marked } from './model.ts'
import { likeliest, mostSlips, slipsOf } from './spelling.ts'

/** Letters that are known to begin like a word, at most; words that are compared with it. */
const MOST_LETTERS = 48
const MOST_COMPARED = 3000

/** Lengths of words that are looked into. */
const [SHORTEST, LONGEST] = [3, 24]

/** Times that another word has to be more frequent than one that some articles do have. */
const FAR_MORE = 20

/** Words of a query that are looked into: time is bounded. */
const MOST_DOUBTED = 4

/** What a word was likely meant to be: another one, or several; null where nothing is near. */
function meant(word: string, docs: number, vocabulary: Vocabulary): string | null {
  if (word.length < SHORTEST || word.length > LONGEST) return null
  const slips = mostSlips(word.length)
  const lengths = [word.length - slips, word.length + slips] as const
  const alike = vocabulary.wordsFrom(word.slice(0, 2), lengths, MOST_COMPARED)
  const letters = [...new Set([...alike.map((each) => each.word), word].join(''))].slice(0, MOST_LETTERS)
  const near = vocabulary.words(slipsOf(word, letters))
  const other = likeliest(word, [...near, ...alike])
  if (docs > 0) return other !== null && other.docs >= docs * FAR_MORE ? other.word : null
  return other?.word ?? partsOf(word, vocabulary)
}

/** Shortest part of a word that may have been two. */
const PART = 3

/** Two words where a space is missing: the two of which the rarer is the most frequent. */
function partsOf(word: string, vocabulary: Vocabulary): string | null {
  const splits = Array.from({ length: Math.max(0, word.length - 2 * PART + 1) }, (_, at) => at + PART)
  const docs = new Map(
    vocabulary
      .words(splits.flatMap((at) => [word.slice(0, at), word.slice(at)]))
      .map((known) => [known.word, known.docs]),
  )
  let best: string | null = null
  let most = 0
  for (const at of splits) {
    const [one, other] = [word.slice(0, at), word.slice(at)]
    const rarer = Math.min(docs.get(one) ?? 0, docs.get(other) ?? 0)
    if (rarer > most) [best, most] = [`${one} ${other}`, rarer]
  }
  return best
}

/**
 * A query with other words in place of those that hardly any article has.
 * @param doubted words of the query, folded, and how many articles have them
 * @returns null where nothing is near any of them
 */
export function suggest(
  q: string,
  doubted: readonly KnownWord[],
  vocabulary: Vocabulary,
): { readonly q: string; readonly marked: Marked } | null {
  const better = new Map<string, string>()
  for (const { word, docs } of doubted.slice(0, MOST_DOUBTED)) {
    const other = meant(word, docs, vocabulary)
    if (other !== null) better.set(word, other)
  }
  if (better.size === 0) return null
  const marked: { text: string; hit: boolean }[] = []
  let at = 0
  const run = (text: string, hit: boolean) => text !== '' && marked.push({ text, hit })
  for (const { word, start, end } of wordsIn(q)) {
    const other = better.get(word)
    if (other === undefined) continue
    run(q.slice(at, start), false)
    run(other, true)
    at = end
  }
  run(q.slice(at), false)
  return { q: marked.map(({ text }) => text).join(''), marked }
}
