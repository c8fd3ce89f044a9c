import type { Catalog } from '../catalog/catalog.ts'
import type { Tally } from '../catalog/company.ts'
import { catalog as open } from '../catalog/store.ts'
import type { AuthorRef, TopicRef } from '../model.ts'
import { toAuthorRef, toTopicRef } from './present.ts'
import { byTelling } from './telling.ts'

/** Stories that are looked at, the newest: whom and what a topic meets now. */
const NEWEST = 500

/** How many of each are shown, and how many topics are weighed for that. */
const AUTHORS = 8
const TOPICS = 8
const WEIGHED = 40

/** Where so many stories were looked at, a topic that tells a tenth of what the first one does met this one by chance. */
const MANY = 50
const LEAST = 1 / 10

/** Whom and what a topic meets. */
export interface TopicCompany {
  /** Who write most about it, each with how many of the stories looked at. */
  readonly authors: readonly (AuthorRef & { readonly count: number })[]
  /** What else its stories are about, the most telling first. */
  readonly related: readonly TopicRef[]
  /** How many stories were looked at, the newest. */
  readonly seen: number
}

/** The authors of a topic's stories, and the topics that they share. Empty lists for a topic without stories. */
export async function getTopicCompany(slug: string): Promise<TopicCompany> {
  const catalog = await open()
  const { authors, topics, seen } = catalog.lists.company(`topic:${slug}`, NEWEST)
  return {
    authors: authors.slice(0, AUTHORS).flatMap(({ slug: author, count }) => {
      const name = catalog.entries.byline(author)
      return name === null ? [] : [{ ...toAuthorRef(author, name), count }]
    }),
    related: relatedTo(catalog, slug, topics, seen).map((topic) => toTopicRef(catalog, topic)),
    seen,
  }
}

/** Topics that share stories with this one and have more to read. */
function relatedTo(catalog: Catalog, topic: string, topics: readonly Tally[], seen: number): string[] {
  const all = catalog.lists.count(`topic:${topic}`)
  const others = topics
    .filter(({ slug }) => slug !== topic)
    .slice(0, WEIGHED)
    .map((tally) => ({ ...tally, all: catalog.lists.count(`topic:${tally.slug}`) }))
    .filter((other) => other.all > 1 && !(other.count === other.all && other.all === all))
  return byTelling(others, seen < MANY ? 0 : LEAST)
    .slice(0, TOPICS)
    .map(({ slug }) => slug)
}
