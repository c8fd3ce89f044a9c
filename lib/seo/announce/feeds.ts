import type { Place } from '../../content/queries/announcements.ts'
import { FEED_LENGTH } from '../../content/queries/feeds.ts'

/** A list of stories that has feeds: the address of its page, and the names of the lists whose newest stories they are. */
export interface FedList {
  readonly href: string
  readonly lists: readonly string[]
}

/**
 * Whose feeds have the stories of a list of the catalog.
 * @param list its name; see `listsOf`
 * @param editions the slugs of all editions: stories of none are in the feeds of each
 */
export function feedsOfList(list: string, editions: readonly string[]): FedList[] {
  const [family, slug = ''] = list.split(':')
  switch (family) {
    case 'all':
      return [{ href: '/', lists: ['all'] }]
    case 'section':
      return [{ href: `/${slug}`, lists: [list] }]
    case 'topic':
      return [{ href: `/topics/${slug}`, lists: [list] }]
    case 'author':
      return [{ href: `/authors/${slug}`, lists: [list] }]
    case 'edition':
      return editions
        .filter((edition) => slug === '' || slug === edition)
        .map((edition) => ({ href: `/${edition}`, lists: ['edition:', `edition:${edition}`] }))
    default:
      return []
  }
}

/** What a feed's lists have come to. */
export interface FeedState {
  /** The stories in it now, newest first. */
  readonly newest: readonly Pick<Place, 'slug' | 'published'>[]
  /** Whether stories have come to one of its lists, or gone from it. */
  readonly listChanged: boolean
}

/**
 * Whether a feed is another one since some stories have changed: one of them is in it, or may have been until now. A feed
 * with nothing in it has nothing to tell.
 * @param changed by slug, when each changed story was published at the latest, in milliseconds
 */
export function isFeedChanged({ newest, listChanged }: FeedState, changed: ReadonlyMap<string, number>): boolean {
  if (newest.length === 0) return false
  if (newest.some(({ slug }) => changed.has(slug))) return true
  const oldest = newest.length < FEED_LENGTH ? Number.NEGATIVE_INFINITY : (newest.at(-1)?.published ?? 0)
  return listChanged && Array.from(changed.values()).some((published) => published >= oldest)
}
