import { bitsOf, idOf, unpackTerms } from './vector.ts'

/** How often a word of the headline or the dek counts as if it stood in the body; how much more a name says. */
const [HEADLINE, DEK, NAME] = [3, 1, 1.3]

/** Each way in which a term can be used, by its bits as they are packed. */
const USES = unpackTerms(new Uint8Array(Uint32Array.from({ length: 2 ** 11 }, (_, bits) => bits).buffer))

const NAMES = Uint8Array.from(USES, ({ name }) => Number(name))
/** The weight of a use, before it is known how rare the term is. */
const WEIGHTS = Float64Array.from(USES, ({ name, headline, dek, body }) => {
  const times = HEADLINE * headline + DEK * dek + body
  // Ten times says more than once, but not ten times as much; no time is a term of an author's name or a topic's.
  return times === 0 ? 0 : (1 + Math.log(times)) * (name ? NAME : 1)
})

/** Whether a packed term is written as a name. */
export const isName = (packed: number): boolean => NAMES[bitsOf(packed)] === 1

/** The weight of a packed term, before it is known how rare it is. */
export const weightOf = (packed: number): number => WEIGHTS[bitsOf(packed)] as number

/**
 * How much a stem says by how few stories have it: towards 0 for one of all, so that no list of stop words is needed.
 * @see https://nlp.stanford.edu/IR-book/html/htmledition/inverse-document-frequency-1.html
 */
export const rarity = (docs: number, stories: number): number =>
  Math.log(1 + Math.max(0, stories - docs + 0.5) / (docs + 0.5))

/** How many stories have each of some terms, in their order. */
export type Docs = (terms: readonly number[]) => readonly number[]

/**
 * The words that would find stories like a text: those that say most of it first, each with how many stories have it and
 * how much it would add to what it finds.
 * @param packed its terms, as the catalog keeps them
 */
export function tellingTerms(
  packed: Uint32Array,
  docs: Docs,
  stories: number,
): { readonly term: number; readonly docs: number; readonly weight: number }[] {
  const terms = Array.from(packed, idOf)
  const counts = docs(terms)
  const telling = terms.map((term, nth) => {
    const count = counts[nth] ?? 0
    return { term, docs: count, weight: weightOf(packed[nth] as number) * rarity(count, stories) ** 2 }
  })
  return telling.filter((one) => one.docs > 1 && one.weight > 0).sort((a, b) => b.weight - a.weight || a.term - b.term)
}
