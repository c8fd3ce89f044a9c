import { type Docs, isName, rarity, weightOf } from '../content/words/telling.ts'
import { idOf } from '../content/words/vector.ts'

/** The words of a text: where each stands among the words that are compared, and how much it says; of length 1. */
export interface Vector {
  readonly words: Int32Array
  readonly weights: Float64Array
  /** Which of its words are names, and the length of those alone. */
  readonly names: Uint8Array
  readonly nameLength: number
  /** How much of its text that is, from 0 to 1: words that no other story has are left out. */
  readonly share: number
}

/** Vectors that can be compared with each other, and how many words they have between them. */
export interface Compared {
  readonly vectors: readonly Vector[]
  readonly words: number
}

/**
 * Makes texts comparable: a word weighs by how often it is used, and by how few stories have it.
 * @param texts the terms of each, as the catalog keeps them
 */
export function toVectors(texts: readonly Uint32Array[], docs: Docs, stories: number): Compared {
  const terms: number[] = []
  const places = new Int32Array(highestOf(texts) + 1)
  const words = texts.map((packed) => {
    const placed = new Int32Array(packed.length)
    for (let nth = 0; nth < packed.length; nth++) {
      const term = idOf(packed[nth] as number)
      // One more than its place, for 0 is a term that was not met yet.
      if (places[term] === 0) places[term] = terms.push(term)
      placed[nth] = (places[term] as number) - 1
    }
    return placed
  })
  const counts = docs(terms)
  const said = {
    rarities: Float64Array.from(counts, (count) => rarity(count, stories)),
    alone: Uint8Array.from(counts, (count) => Number(count < 2)),
  }
  const vectors = texts.map((packed, nth) => toVector(packed, words[nth] as Int32Array, said))
  return { vectors, words: terms.length }
}

function highestOf(texts: readonly Uint32Array[]): number {
  let highest = 0
  for (const packed of texts)
    for (let nth = 0; nth < packed.length; nth++) highest = Math.max(highest, packed[nth] as number)
  return idOf(highest)
}

interface Said {
  readonly rarities: Float64Array
  /** Which words no other story has. They tell nothing of what it is about, but that it is another text. */
  readonly alone: Uint8Array
}

function toVector(packed: Uint32Array, words: Int32Array, { rarities, alone }: Said): Vector {
  const weights = new Float64Array(words.length)
  const names = new Uint8Array(words.length)
  let [all, shared, ofNames] = [0, 0, 0]
  for (let nth = 0; nth < words.length; nth++) {
    const word = words[nth] as number
    const term = packed[nth] as number
    const weight = weightOf(term) * (rarities[word] as number)
    all += weight * weight
    if (alone[word] === 1) continue
    shared += weight * weight
    weights[nth] = weight
    names[nth] = Number(isName(term))
    if (names[nth] === 1) ofNames += weight * weight
  }
  const length = Math.sqrt(shared) || 1
  for (let nth = 0; nth < weights.length; nth++) weights[nth] = (weights[nth] as number) / length
  return { words, weights, names, nameLength: Math.sqrt(ofNames) / length, share: length / (Math.sqrt(all) || 1) }
}

/** Adds a vector, as often as said, to a sum over all words. */
export function add(sum: Float64Array, { words, weights }: Vector, times = 1): void {
  for (let nth = 0; nth < words.length; nth++) {
    const at = words[nth] as number
    sum[at] = (sum[at] as number) + times * (weights[nth] as number)
  }
}

/** A vector's likeness to a sum over all words: their inner product. */
export function against(sum: Float64Array, { words, weights }: Vector): number {
  let likeness = 0
  for (let nth = 0; nth < words.length; nth++)
    likeness += (sum[words[nth] as number] as number) * (weights[nth] as number)
  return likeness
}

/** How alike two texts are, from 0 to 1 for the same words, and how alike the names in them; by how many names they share. */
export function compare(a: Vector, b: Vector): { text: number; names: number; shared: number } {
  const nth = new Map(Array.from(a.words, (word, at) => [word, at]))
  let [text, names, shared] = [0, 0, 0]
  for (const [at, word] of b.words.entries()) {
    const other = nth.get(word)
    if (other === undefined) continue
    const product = (a.weights[other] as number) * (b.weights[at] as number)
    text += product
    if (product === 0 || !a.names[other] || !b.names[at]) continue
    names += product
    shared++
  }
  const lengths = a.nameLength * b.nameLength
  return { text, names: lengths === 0 ? 0 : names / lengths, shared }
}
