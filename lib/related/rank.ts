import type { Docs } from '../content/words/telling.ts'
import { likenesses } from './likeness.ts'
import { nearness, type Pace, paceOf } from './pace.ts'
import { spread } from './spread.ts'
import { add, against, compare, toVectors, type Vector } from './vectors.ts'

/** What the ranking looks at in a story. */
export interface Candidate {
  readonly slug: string
  /** The story that this is a version of, or else itself. */
  readonly original: string
  readonly section: string
  readonly topics: readonly string[]
  readonly authors: readonly string[]
  readonly series: string | null
  /** Milliseconds since the epoch. */
  readonly published: number
  /** Its terms as the catalog keeps them; none while its words are not entered. */
  readonly terms: Uint32Array
  /** Whether it was found by its words, not because it stands in a list nearby. */
  readonly byWords: boolean
}

/** What there is in all. */
export interface Archive {
  readonly stories: number
  readonly docs: Docs
  /** How many stories have a topic. */
  readonly frequency: (topic: string) => number
}

/** Why a story is related: picked by an editor, of the series, of the same story, on a topic, alike, or of the section. */
export type Reason =
  | { readonly type: 'picked' | 'series' | 'story' | 'alike' | 'section' }
  | { readonly type: 'topic'; readonly topic: string }

export interface Ranking {
  readonly related: readonly { readonly slug: string; readonly reason: Reason }[]
  /** The slugs of all that could stand among them if they were by others. */
  readonly considered: readonly string[]
}

/**
 * What each ground for kinship weighs beside the text's likeness, which is from 0 to 1: a shared topic that no other
 * story has, the same section, the days of a running story (a share of the likeness), nearness in time as such. Chosen by
 * evaluation; docs/decisions/0023 has the curves.
 */
export const WEIGHTS = { topic: 0.06, section: 0.01, pace: 0.3, near: 0.005 }

/** A text that is as alike is the same text; two of one step of a story are as alike, and as near in time (milliseconds). */
const COPY = 0.9
const STEP = { text: 0.5, gap: 36 * 3600 * 1000 }
/** Stories are of one story that are as alike, with names as alike and as many of them. */
const STORY = { text: 0.3, names: 0.6, shared: 3 }
/** Stories that share neither topic nor section nor series are on one subject when they are as alike. */
const ALIKE = 0.05
/** Ranked stories that are looked at for the sake of variety, for each that is asked for. */
const LOOKED_AT = 8

interface Scored extends Candidate {
  readonly score: number
  readonly vector: Vector
}

/**
 * The stories that belong with one, best first: those that an editor picked, those of its series, then by likeness of
 * text, shared topics, section and nearness in time; copies folded into one, and varied as `spread` does. Stories that
 * share nothing are left out; ties go to the newer story, then by name.
 * @param picked slugs in an editor's order, each of them among the candidates
 */
export function rankRelated(
  subject: Candidate,
  candidates: readonly Candidate[],
  archive: Archive,
  {
    limit,
    picked = [] as readonly string[],
    weights = WEIGHTS,
  }: { limit: number; picked?: readonly string[]; weights?: typeof WEIGHTS },
): Ranking {
  const others = candidates.filter((other) => other.slug !== subject.slug)
  const texts = [subject, ...others].map(({ terms }) => terms)
  const compared = toVectors(texts, archive.docs, archive.stories)
  const [vector] = compared.vectors as [Vector]
  const alike = likenesses(compared)
  const pace = paceOf(gapsByLikeness(subject, others, alike))
  const scored = others.map((other, at): Scored => {
    const score = scoreOf(subject, other, alike[at] ?? 0, { archive, pace, weights })
    return { ...other, score, vector: compared.vectors[at + 1] as Vector }
  })
  const rows = new RowsOfLikeness(compared.words)
  const isCopy = (a: Scored, b: Scored) =>
    a.original === b.original || rows.between(a.vector, b.vector) * a.vector.share * b.vector.share >= COPY
  const itself: Scored = { ...subject, score: 0, vector }
  const isKin = (other: Scored) =>
    inSeries(subject, other) ||
    other.section === subject.section ||
    sharedTopics(subject, other).length > 0 ||
    rows.between(vector, other.vector) >= ALIKE
  const ranked = scored.filter((other) => isKin(other) && !isCopy(itself, other)).sort(order)
  const editors = picked.flatMap((slug) => scored.find((other) => other.slug === slug) ?? [])
  const first = new Set([...editors, ...ranked.filter((other) => inSeries(subject, other))])
  const isStep = (a: Scored, b: Scored) => gap(a, b) <= STEP.gap && rows.between(a.vector, b.vector) >= STEP.text
  const considered = ranked.slice(0, LOOKED_AT * limit)
  const related = spread(considered, limit, { isCopy, isStep }, [...first]).map((other) => ({
    slug: other.slug,
    reason: editors.includes(other) ? ({ type: 'picked' } as const) : reasonOf(itself, other, archive),
  }))
  return { related, considered: considered.map(({ slug }) => slug) }
}

/** How far from a story those lie that were found by their words, the most alike first. */
function gapsByLikeness(subject: Candidate, others: readonly Candidate[], alike: readonly number[]): number[] {
  const found = Array.from(others.keys()).filter((at) => others[at]?.byWords)
  found.sort((a, b) => (alike[b] ?? 0) - (alike[a] ?? 0))
  return found.map((at) => gap(subject, others[at] as Candidate))
}

const gap = (a: Candidate, b: Candidate) => Math.abs(a.published - b.published)

function scoreOf(
  subject: Candidate,
  other: Candidate,
  alike: number,
  { archive, pace, weights }: { archive: Archive; pace: Pace; weights: typeof WEIGHTS },
): number {
  const topics = sharedTopics(subject, other).reduce((sum, topic) => sum + topicRarity(topic, archive), 0)
  const near = nearness(gap(subject, other), pace)
  return (
    alike * (1 + weights.pace * pace.running * near) +
    weights.topic * topics +
    (other.section === subject.section ? weights.section : 0) +
    weights.near * near
  )
}

const sharedTopics = ({ topics }: Candidate, other: Candidate) => other.topics.filter((topic) => topics.includes(topic))

/** 1 for a topic of two stories, towards 0 for a topic of all. */
function topicRarity(topic: string, { frequency, stories }: Archive): number {
  const most = Math.log(stories + 1)
  return most === 0 ? 1 : Math.log((stories + 1) / Math.max(1, frequency(topic))) / most
}

const inSeries = ({ series }: Candidate, other: Candidate) => series !== null && other.series === series

const order = (a: Scored, b: Scored) => b.score - a.score || b.published - a.published || (a.slug < b.slug ? -1 : 1)

function reasonOf(subject: Scored, other: Scored, { frequency }: Archive): Reason {
  if (inSeries(subject, other)) return { type: 'series' }
  const { text, names, shared } = compare(subject.vector, other.vector)
  if (text >= STORY.text && names >= STORY.names && shared >= STORY.shared) return { type: 'story' }
  const [topic] = sharedTopics(subject, other).sort((a, b) => frequency(a) - frequency(b))
  if (topic !== undefined) return { type: 'topic', topic }
  return { type: other.section === subject.section ? 'section' : 'alike' }
}

/** How alike vectors are to each other, asked for one with many. */
class RowsOfLikeness {
  readonly #words: number
  readonly #sums = new Map<Vector, Float64Array>()

  constructor(words: number) {
    this.#words = words
  }

  between(a: Vector, b: Vector): number {
    let sum = this.#sums.get(a)
    if (sum === undefined) {
      sum = new Float64Array(this.#words)
      add(sum, a)
      this.#sums.set(a, sum)
    }
    return against(sum, b)
  }
}
