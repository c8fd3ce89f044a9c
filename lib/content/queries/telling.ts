import type { Tally } from '../catalog/company.ts'

/** Something that stories share, with how many stories of the whole publication have it. */
export interface Shared extends Tally {
  readonly all: number
}

/**
 * Orders what some stories share by how much it tells of them: how often they meet it again, divided by the root of how
 * many have it anywhere (the cosine of the two lists, as far as it decides an order), so that what half of the publication
 * has does not stand before what is their own. Meeting once may be chance and counts for nothing; where no more is known,
 * the rarer comes first.
 * @param least what is less than so many times as telling as the first is left out
 * @see https://en.wikipedia.org/wiki/Cosine_similarity#Otsuka–Ochiai_coefficient
 */
export function byTelling(shared: readonly Shared[], least = 0): Shared[] {
  const weighed = shared.map((each) => ({ each, telling: (each.count - 1) / Math.sqrt(each.all) }))
  const most = Math.max(0, ...weighed.map(({ telling }) => telling))
  return weighed
    .filter(({ telling }) => telling >= most * least)
    .sort((a, b) => b.telling - a.telling || a.each.all - b.each.all)
    .map(({ each }) => each)
}
