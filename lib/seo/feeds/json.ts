import type { FeedDocument, FeedEntry } from './document.ts'

const time = (ms: number): string => new Date(ms).toISOString()

/** A feed as JSON Feed 1.1. @see https://www.jsonfeed.org/version/1.1/ */
export function toJson(feed: FeedDocument): string {
  const { title, description, home, self, hub, locale, icon, publisher, entries } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self.json,
    description,
    icon,
    favicon: icon,
    authors: [publisher],
    language: locale,
    ...(hub !== null && { hubs: [{ type: 'WebSub', url: hub }] }),
    items: entries.map((entry) => item(entry, locale)),
  })
}

const item = (entry: FeedEntry, locale: string) => ({
  id: entry.id,
  url: entry.url,
  title: entry.title,
  // One of the two must be there.
  ...(entry.content === null ? { content_text: entry.summary } : { content_html: entry.content }),
  ...(entry.summary !== null && { summary: entry.summary }),
  ...(entry.picture && { image: entry.picture.url }),
  date_published: time(entry.published),
  date_modified: time(entry.modified),
  authors: entry.authors,
  tags: entry.categories.map(({ title }) => title),
  ...(entry.locale !== locale && { language: entry.locale }),
})
