import type { Catalog } from '../content/catalog/catalog.ts'
import type { Card } from '../content/catalog/entries.ts'
import { ALL } from '../content/catalog/keys.ts'
import { catalog as open } from '../content/catalog/store.ts'
import type { SectionRef, SeriesRef, Story, TopicRef } from '../content/model.ts'
import { toSeriesRef, toStory, toTopicRef } from '../content/queries/present.ts'
import { findCandidates, toCandidate } from './candidates.ts'
import { type Reason, rankRelated, WEIGHTS } from './rank.ts'

/** Why a story stands beside another. */
export type Why =
  | { readonly type: 'picked' | 'story' | 'alike' }
  | { readonly type: 'series'; readonly series: SeriesRef }
  | { readonly type: 'topic'; readonly topic: TopicRef }
  | { readonly type: 'section'; readonly section: SectionRef }

export interface RelatedStory extends Story {
  readonly why: Why
}

/** Stories that belong with one: those an editor picked, then by `rankRelated`. Never itself, never one readers may not see. */
export async function getRelated(slug: string, limit: number, weights = WEIGHTS): Promise<RelatedStory[]> {
  const catalog = await open()
  const article = catalog.articles.find(slug)
  if (article === null) return []
  const stories = catalog.lists.count(ALL)
  const words = catalog.wordsFor(slug)
  const terms = words.terms()
  const picked = article.related.filter((name) => name !== slug)
  const candidates = findCandidates(words, article, { terms, picked })
  const cards = new Map(candidates.map(({ slug: name, card }) => [name, card]))
  const counts = new Map(article.topics.map((topic) => [topic, catalog.lists.count(`topic:${topic}`)]))
  const { related, considered } = rankRelated(
    toCandidate(article, terms, true),
    candidates,
    { stories, docs: (of) => words.docs(of), frequency: (topic) => counts.get(topic) ?? 0 },
    { limit, picked: [...new Set(picked)], weights },
  )
  // Another author may put one of them in the place of another.
  for (const name of considered) catalog.noteStory(name)
  return related.flatMap(({ slug: name, reason }) => {
    const card = cards.get(name)
    if (card === undefined) return []
    const story = toStory(catalog, card)
    return [{ ...story, why: whyOf(catalog, card, story, reason) }]
  })
}

function whyOf(catalog: Catalog, { series }: Card, { section }: Story, reason: Reason): Why {
  switch (reason.type) {
    case 'topic':
      return { type: 'topic', topic: toTopicRef(catalog, reason.topic) }
    case 'series': {
      const ref = toSeriesRef(catalog, series)
      return ref === null ? { type: 'alike' } : { type: 'series', series: ref }
    }
    case 'section':
      return { type: 'section', section }
    default:
      return { type: reason.type }
  }
}
