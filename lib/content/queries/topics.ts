import { catalog as open } from '../catalog/store.ts'
import type { Paged, Story, Topic } from '../model.ts'
import { pageOf, visible } from './paging.ts'

/** The topics that have stories, by title. */
export async function getTopics(now: number): Promise<Topic[]> {
  const catalog = await open()
  const { compare } = new Intl.Collator(catalog.publication.locale)
  return Array.from(catalog.topics.values(), (topic) => ({
    ...topic,
    count: visible(catalog, catalog.byTopic.get(topic.slug), now).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => compare(a.title, b.title))
}

/** A topic that has a file or a story that readers can see. */
export async function getTopic(slug: string, now: number): Promise<Topic | null> {
  const catalog = await open()
  const topic = catalog.topics.get(slug)
  if (topic === undefined) return null
  const count = visible(catalog, catalog.byTopic.get(slug), now).length
  return count > 0 || topic.description !== null ? { ...topic, count } : null
}

/** A topic's stories, newest first, or null past the last page. */
export async function getTopicStories(slug: string, page: number, now: number): Promise<Paged<Story> | null> {
  const catalog = await open()
  return pageOf(catalog, catalog.byTopic.get(slug), page, now)
}
