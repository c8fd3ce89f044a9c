import type { FeedDocument, FeedEntry } from './document.ts'
import { element, textElement, xmlDocument } from './xml.ts'

const NAMESPACES = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** For whoever opens the feed in a browser. A path: the policy of the site allows styles from where the feed is from only. */
const INSTRUCTION = '<?xml-stylesheet type="text/css" href="/feed.css"?>\n'

/** RFC 822 with four digits of the year, as the specification prefers. */
const rfc822 = (ms: number): string => new Date(ms).toUTCString()

/**
 * A feed as RSS 2.0.
 * @see https://www.rssboard.org/rss-specification
 * @see https://www.rssboard.org/rss-profile
 * @see https://web.resource.org/rss/1.0/modules/content/
 * @see https://www.rssboard.org/media-rss
 */
export function toRss(feed: FeedDocument): string {
  const { title, description, home, self, hub, locale, icon, updated, entries } = feed
  const channel = element(
    'channel',
    {},
    textElement('title', title),
    textElement('link', home),
    textElement('description', description),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: self.rss }),
    hub === null ? null : element('atom:link', { rel: 'hub', href: hub }),
    textElement('language', locale),
    updated === null ? null : textElement('lastBuildDate', rfc822(updated)),
    element('image', {}, textElement('url', icon), textElement('title', title), textElement('link', home)),
    ...entries.map((entry) => item(entry, locale)),
  )
  return xmlDocument(element('rss', NAMESPACES, channel), INSTRUCTION)
}

function item(entry: FeedEntry, locale: string) {
  const { id, url, title, summary, content, published, modified, picture } = entry
  return element(
    'item',
    {},
    textElement('title', title),
    textElement('link', url),
    element('guid', { isPermaLink: 'false' }, id),
    textElement('pubDate', rfc822(published)),
    modified === published ? null : textElement('atom:updated', new Date(modified).toISOString()),
    // Names only: `author` is for addresses of mail.
    ...entry.authors.map(({ name }) => textElement('dc:creator', name)),
    ...entry.categories.map((category) => textElement('category', category.title)),
    entry.locale === locale ? null : textElement('dc:language', entry.locale),
    // A description is HTML by the specification, so the plain text of a dek is escaped twice.
    textElement('description', summary && textAsHtml(summary)),
    textElement('content:encoded', content),
    picture && element('enclosure', { url: picture.url, length: picture.bytes, type: picture.type }),
    picture && media(picture),
  )
}

const textAsHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const media = ({ url, type, bytes, width, height, alt, credit }: NonNullable<FeedEntry['picture']>) =>
  element(
    'media:content',
    { url, type, fileSize: bytes, medium: 'image', width, height },
    element('media:description', { type: 'plain' }, alt),
    textElement('media:credit', credit),
  )
