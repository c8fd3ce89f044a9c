import type { Card } from '../content/catalog/entries.ts'
import type { WordIndex } from '../content/catalog/word-index.ts'
import type { Candidate } from './rank.ts'

/** Stories of each ground for kinship that are looked at: of a list, those nearest in time. */
const OF_SERIES = 50
const OF_TOPIC = 12
const OF_SECTION = 12
/** Stories that are found by their words. */
const BY_WORDS = 80

/** A story that may be related, with the card to show it by. */
export interface Found extends Candidate {
  readonly card: Card
}

/**
 * The stories that may be related to an article: those with its most telling words, its series, and those around it in
 * its topics and its section. Only what readers may see.
 * @param words what can be asked for its sake
 * @param terms those of the article
 * @param picked slugs that an editor chose
 */
export function findCandidates(
  words: WordIndex,
  article: Card,
  { terms, picked }: { terms: Uint32Array; picked: readonly string[] },
): Found[] {
  // One of them is the article itself.
  const byWords = new Set(words.alike(terms, BY_WORDS + 1))
  const ids = [...new Set([...byWords, ...kin(words, article), ...words.ids(picked)])]
  return words.worded(ids).map(({ id, card, state, terms: others }) => {
    return toCandidate({ ...JSON.parse(card), state } as Card, others, byWords.has(id))
  })
}

/** An article as it is compared. */
export function toCandidate(card: Card, terms: Uint32Array, byWords: boolean): Found {
  const { slug, section, topics, authors, series = null, original = slug, published } = card
  return { card, slug, original, section, topics, authors, series, published: published.ms, terms, byWords }
}

/** The numbers of the stories of an article's series, and of those around it in time. */
const kin = (words: WordIndex, { series, topics, section, published }: Card): number[] => [
  ...(series === undefined ? [] : words.around(`series:${series}`, published.ms, OF_SERIES)),
  ...topics.flatMap((topic) => words.around(`topic:${topic}`, published.ms, OF_TOPIC)),
  ...words.around(`section:${section}`, published.ms, OF_SECTION),
]
