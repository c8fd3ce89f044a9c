import type { Entry } from '../content/catalog/catalog.ts'
import { catalog as open } from '../content/catalog/store.ts'
import type { Story } from '../content/model.ts'
import { visible } from '../content/queries/paging.ts'
import { toStory } from '../content/queries/present.ts'
import { type Candidate, rankRelated } from './rank.ts'

/** Stories that belong with one: those an editor picked, then by `rankRelated`. Never itself, never one readers may not see. */
export async function getRelated(slug: string, limit: number, now: number): Promise<Story[]> {
  const catalog = await open()
  const article = catalog.articles.get(slug)
  if (article === undefined) return []
  const stories = visible(catalog, catalog.newest, now)
  const bySlug = new Map(stories.map((story) => [story.slug, story]))
  const frequency = (topic: string) => catalog.byTopic.get(topic)?.length ?? 0
  const ranked = rankRelated(toCandidate(article), stories.map(toCandidate), frequency, stories.length)
  const chosen = new Set([...article.related, ...ranked.map((candidate) => candidate.slug)])
  chosen.delete(slug)
  return [...chosen]
    .flatMap((name) => bySlug.get(name) ?? [])
    .slice(0, limit)
    .map((story) => toStory(catalog, story, now))
}

const toCandidate = ({ slug, section, topics, series, published }: Entry<'articles'>): Candidate => ({
  slug,
  section,
  topics,
  series: series ?? null,
  published: published.ms,
})
