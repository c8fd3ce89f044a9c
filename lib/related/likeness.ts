import { add, against, type Compared, type Vector } from './vectors.ts'

/**
 * A text is asked about a second and a third time, together with the texts most like it: what those have in common is
 * what it is about, and a text that resembles them as well is on the same subject, though it may use other words.
 * `trust` is what they count together, beside the text itself; `clear` a likeness from which on two texts are sure to
 * have something to do with each other, below which they count for less.
 * @see https://nlp.stanford.edu/IR-book/html/htmledition/pseudo-relevance-feedback-1.html
 */
const FEEDBACK = { rounds: 2, texts: 5, trust: 1.5, clear: 0.1 }

/**
 * How alike a text and others are, each from 0 to 1.
 * @param compared the text's vector first, then those of the others
 */
export function likenesses({ vectors, words }: Compared, feedback = FEEDBACK): number[] {
  const [subject, ...others] = vectors
  if (subject === undefined) return []
  const sum = new Float64Array(words)
  add(sum, subject)
  let alike = others.map((other) => against(sum, other))
  for (let round = 0; round < feedback.rounds; round++) alike = askAgain(subject, others, alike, sum, feedback)
  return alike
}

function askAgain(
  subject: Vector,
  others: readonly Vector[],
  alike: readonly number[],
  sum: Float64Array,
  { texts, trust, clear }: typeof FEEDBACK,
): number[] {
  const nearest = Array.from(alike.keys()).sort((a, b) => (alike[b] ?? 0) - (alike[a] ?? 0) || a - b)
  const friends = nearest.slice(0, texts).filter((at) => (alike[at] ?? 0) > 0)
  const total = friends.reduce((all, at) => all + (alike[at] ?? 0), 0)
  const trusted = friends.length === 0 ? 0 : trust * Math.min(1, total / friends.length / clear)
  const shares = new Map(friends.map((at) => [at, (trusted * (alike[at] ?? 0)) / total]))
  sum.fill(0)
  add(sum, subject)
  for (const [at, share] of shares) add(sum, others[at] as Vector, share)
  return others.map((other, at) => {
    // What it says of itself is no news.
    const share = shares.get(at) ?? 0
    return (against(sum, other) - share) / (1 + trusted - share)
  })
}
