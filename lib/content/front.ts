/** What a front is made of: stories in order of preference, and what an editor has placed. */
export interface FrontPlan<S> {
  readonly stories: readonly S[]
  readonly lead: S | null
  readonly second: readonly S[]
  /** Sections that get a block, in order. */
  readonly sections: readonly string[]
}

export interface Arrangement<S> {
  readonly lead: S | null
  readonly second: readonly S[]
  readonly blocks: readonly { readonly section: string; readonly stories: readonly S[] }[]
  readonly latest: readonly S[]
}

const SECOND_TIER = 4
const LATEST = 8
const BLOCK = 4

/**
 * Lays out a front so that no story stands in it twice: the lead, a second tier, a rail of the newest of the rest, and a
 * block for each section that has stories left. What the editor did not place goes by the order of `stories`.
 */
export function arrangeFront<S extends { readonly section: string }>({
  stories,
  lead,
  second,
  sections,
}: FrontPlan<S>): Arrangement<S> {
  const left = new Set(stories)
  const take = (candidates: Iterable<S>, count: number): S[] => {
    const taken: S[] = []
    for (const story of candidates) {
      if (taken.length === count) break
      if (left.delete(story)) taken.push(story)
    }
    return taken
  }
  const unplaced = stories.filter((story) => !second.includes(story))
  const [top = null] = take([...(lead ? [lead] : []), ...unplaced, ...stories], 1)
  const tier = take(second, second.length)
  tier.push(...take(left, Math.max(0, SECOND_TIER - tier.length)))
  const latest = take(left, LATEST)
  const blocks = sections.map((section) => ({
    section,
    stories: take(
      [...left].filter((story) => story.section === section),
      BLOCK,
    ),
  }))
  return { lead: top, second: tier, latest, blocks: blocks.filter((block) => block.stories.length > 0) }
}
