import type { Catalog } from '../catalog/catalog.ts'
import type { Card } from '../catalog/entries.ts'
import { MOST_READ } from '../catalog/keys.ts'
import { currentReading } from '../catalog/reading.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Story } from '../model.ts'
import { sharedReadership } from '../readership/shared.ts'
import type { Score } from '../readership/tally.ts'
import { toStory } from './present.ts'

/** Fewer would be no list of what is most read, but of what was read at all. */
const FEWEST = 5

export interface MostRead {
  /** Whether views are counted here at all, which plain `next start` does not. */
  readonly counted: boolean
  /** The most read first; none as long as there are too few that several readers have read. */
  readonly stories: readonly Story[]
}

/** The stories that are read most, `limit` at most, of those that lists may have; equal ones by time, the newest first. */
export async function getMostRead(limit: number): Promise<MostRead> {
  const catalog = await open()
  currentReading()?.note(MOST_READ)
  const readership = sharedReadership()
  if (readership === null) return { counted: false, stories: [] }
  const found = findStories(catalog, readership.ranking, Math.max(limit, FEWEST))
  if (found.length < FEWEST) return { counted: true, stories: [] }
  return { counted: true, stories: found.slice(0, limit).map((card) => toStory(catalog, card)) }
}

/** What a front shows of them: as many as it takes for there to be any. */
export const getMostReadForFront = async (): Promise<readonly Story[]> => (await getMostRead(FEWEST)).stories

/** So many stories of a ranking, and those that are equal to the last, by score and time. One that was renamed is one story. */
function findStories(catalog: Catalog, ranking: readonly Score[], limit: number): Card[] {
  const found = new Map<string, { readonly card: Card; readonly score: number }>()
  let last = 0
  for (const { slug, score } of ranking) {
    if (found.size >= limit && score < last) break
    const card = catalog.articles.cardAt(slug)
    if (card === null) continue
    found.set(card.slug, { card, score: score + (found.get(card.slug)?.score ?? 0) })
    last = score
  }
  return Array.from(found.values())
    .sort(
      (a, b) => b.score - a.score || b.card.published.ms - a.card.published.ms || (a.card.slug < b.card.slug ? -1 : 1),
    )
    .map(({ card }) => card)
}

/** The slug of the story at an address (`/world/space`), as a log has it; null for anything else that is there or not. */
export async function storyAtPath(path: string): Promise<string | null> {
  const [, section, slug] = /^\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  if (slug === undefined) return null
  const story = (await open()).articles.card(slug)
  return story?.section === section && story?.state === 'published' ? slug : null
}
