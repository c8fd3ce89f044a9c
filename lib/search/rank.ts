/** What words weigh by where they stand; in `names` there is nothing but the stem. */
const WEIGHTS = { headline: 5, dek: 3, names: 2, body: 1 }

/** What a word weighs of which only the beginning was typed, against one that was typed. */
export const BEGUN = 0.4

/** The weight that counts half of the most: that of one use in the headline, so that a story's own subject still tells
 *  above its age. How much a long text is held against it. */
const SATURATION = 5
const LENGTH = 0.6

/** A new story's worth against that of one from long ago, and the days after which half of the difference is gone. */
const NEW = 1.6
const HALF = 90

const DAY = 24 * 3600 * 1000

/** What the uses of a stem weigh together. @param bits as `packUse` of `words/vector.ts` packs them */
export function weigh(bits: number): number {
  const [headline, dek, body] = [(bits >>> 8) & 3, (bits >>> 6) & 3, bits & 63]
  if (headline + dek + body === 0) return WEIGHTS.names
  return WEIGHTS.headline * headline + WEIGHTS.dek * dek + WEIGHTS.body * body
}

/** What a word tells: the fewer articles have it, the more. @param docs how many have it, of how many in all */
export const rarity = (docs: number, all: number): number =>
  Math.log(1 + (all - Math.min(docs, all) + 0.5) / (docs + 0.5))

/**
 * What one need adds to an article's score, as BM25 with weights for where words stand.
 * @param weight of all uses; @param length of the text against the usual one
 * @see https://en.wikipedia.org/wiki/Okapi_BM25
 */
export const score = (weight: number, rare: number, length: number): number =>
  (rare * weight * (SATURATION + 1)) / (weight + SATURATION * (1 - LENGTH + LENGTH * length))

/** What a story's age makes of its score. @param age milliseconds */
export const recency = (age: number): number => 1 + (NEW - 1) / (1 + Math.max(0, age) / DAY / HALF)
