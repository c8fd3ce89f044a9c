import { catalog as open } from '../catalog/store.ts'
import type { Moment, SectionRef, TopicRef } from '../model.ts'
import { toTopicRef } from './present.ts'
import { byTelling } from './telling.ts'

/** Stories that are looked at, the newest: what an author covers now. */
const NEWEST = 500

/** How many topics are shown, and how many are weighed for that. */
const TOPICS = 10
const WEIGHED = 40

/** What an author covers. */
export interface Beat {
  /** What they write about, the most telling first. */
  readonly topics: readonly TopicRef[]
  /** Where they write, each section with how many of the stories looked at. */
  readonly sections: readonly (SectionRef & { readonly count: number })[]
  /** When their first story here was published; null where there is none. */
  readonly since: Moment | null
  /** How many stories were looked at, the newest. */
  readonly seen: number
}

/** What an author covers, as their stories tell. */
export async function getBeat(author: string): Promise<Beat> {
  const catalog = await open()
  const { topics, sections, since, seen } = catalog.lists.company(`author:${author}`, NEWEST)
  const shared = topics
    .slice(0, WEIGHED)
    .map((tally) => ({ ...tally, all: catalog.lists.count(`topic:${tally.slug}`) }))
  return {
    topics: byTelling(shared)
      .slice(0, TOPICS)
      .map(({ slug }) => toTopicRef(catalog, slug)),
    sections: sections.flatMap(({ slug, count }) => {
      const section = catalog.site.sections.get(slug)
      return section ? [{ slug, title: section.title, href: section.href, tint: section.tint, count }] : []
    }),
    since: since === null ? null : { iso: new Date(since).toISOString(), ms: since },
    seen,
  }
}
