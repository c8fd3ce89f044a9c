import type { Bits } from '../content/catalog/bits.ts'

/** A word, by the articles that have it and how much it tells. */
export interface Told {
  readonly bits: Bits
  readonly weight: number
}

/** Of what the best story has, how much one has to have. */
const ENOUGH = 0.7

/** Those of some articles that have most of what is asked for: nearly as much, by what words tell, as the best of them. */
export function mostOf(ids: readonly number[], words: readonly Told[]): number[] {
  const told = ids.map((id) => words.reduce((sum, { bits, weight }) => sum + (bits.has(id) ? weight : 0), 0))
  const best = told.reduce((most, one) => Math.max(most, one), 0)
  return ids.filter((_, at) => best > 0 && (told[at] ?? 0) >= ENOUGH * best)
}
