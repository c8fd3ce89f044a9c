import { catalog as open } from '../catalog/store.ts'
import type { Paged, Story, Topic } from '../model.ts'
import { collator } from './collate.ts'
import { pageOf } from './paging.ts'

/** The topics that have stories, by title. */
export async function getTopics(): Promise<Topic[]> {
  const catalog = await open()
  const { compare } = collator(catalog.site.publication.locale)
  const files = new Map(catalog.entries.all('topics').map((file) => [file.slug, file]))
  return Array.from(catalog.lists.counts('topic'), ([slug, count]) => ({
    ...catalog.entries.topicRef(slug, files.get(slug) ?? null),
    count,
  })).sort((a, b) => compare(a.title, b.title))
}

/** A topic that has a description or a story that readers can see. */
export async function getTopic(slug: string): Promise<Topic | null> {
  const catalog = await open()
  const topic = catalog.entries.topicRef(slug)
  const count = catalog.lists.count(`topic:${slug}`)
  return count > 0 || topic.description !== null ? { ...topic, count } : null
}

/** A topic's stories, newest first; see `pageOf`. @returns null where there is no such page */
export const getTopicStories = async (slug: string, before: string | null): Promise<Paged<Story> | null> =>
  pageOf(await open(), `topic:${slug}`, before)
