import type { Catalog } from '../content/catalog/catalog.ts'
import type { Card } from '../content/catalog/entries.ts'
import { ALL } from '../content/catalog/keys.ts'
import { catalog as open } from '../content/catalog/store.ts'
import type { Story } from '../content/model.ts'
import { toStory } from '../content/queries/present.ts'
import { type Candidate, rankRelated } from './rank.ts'

/** Stories of each ground for kinship that are looked at: of a list, those nearest in time. */
const OF_SERIES = 50
const OF_TOPIC = 24
const OF_SECTION = 12

/** Stories that belong with one: those an editor picked, then by `rankRelated`. Never itself, never one readers may not see. */
export async function getRelated(slug: string, limit: number): Promise<Story[]> {
  const catalog = await open()
  const article = catalog.article(slug)
  if (article === null) return []
  const candidates = new Map(kin(catalog, article).map((card) => [card.slug, card]))
  const frequency = (topic: string) => catalog.count(`topic:${topic}`)
  const ranked = rankRelated(
    toCandidate(article),
    Array.from(candidates.values(), toCandidate),
    frequency,
    catalog.count(ALL),
  )
  const chosen = new Set([...article.related, ...ranked.map((candidate) => candidate.slug)])
  chosen.delete(slug)
  const stories: Story[] = []
  for (const name of chosen) {
    if (stories.length === limit) break
    const card = candidates.get(name) ?? catalog.story(name)
    if (card !== null) stories.push(toStory(catalog, card))
  }
  return stories
}

function kin(catalog: Catalog, { series, topics, section, published }: Card): Card[] {
  return [
    ...(series === undefined ? [] : catalog.list(`series:${series}`, OF_SERIES)),
    ...topics.flatMap((topic) => catalog.around(`topic:${topic}`, published.ms, OF_TOPIC)),
    ...catalog.around(`section:${section}`, published.ms, OF_SECTION),
  ]
}

const toCandidate = ({ slug, section, topics, series, published }: Card): Candidate => ({
  slug,
  section,
  topics,
  series: series ?? null,
  published: published.ms,
})
