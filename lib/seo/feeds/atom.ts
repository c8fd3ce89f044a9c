import type { FeedAuthor, FeedDocument, FeedEntry } from './document.ts'
import { element, textElement, xmlDocument } from './xml.ts'

/** A feed must say when it changed. One without stories never has. */
const NEVER = 0

/** RFC 3339. */
const time = (ms: number): string => new Date(ms).toISOString()

const author = ({ name, url }: FeedAuthor) => element('author', {}, textElement('name', name), textElement('uri', url))

/** A feed as Atom. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function toAtom(feed: FeedDocument): string {
  const { title, description, home, self, hub, locale, icon, logo, updated, entries } = feed
  const root = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
    textElement('id', self.atom),
    textElement('title', title),
    textElement('subtitle', description),
    textElement('updated', time(updated ?? NEVER)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self.atom }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: home }),
    hub === null ? null : element('link', { rel: 'hub', href: hub }),
    author(feed.publisher),
    textElement('icon', icon),
    textElement('logo', logo),
    ...entries.map((entry) => toEntry(entry, locale)),
  )
  return xmlDocument(root)
}

function toEntry(entry: FeedEntry, locale: string) {
  const { id, url, title, summary, content, picture } = entry
  return element(
    'entry',
    { 'xml:lang': entry.locale === locale ? null : entry.locale },
    textElement('id', id),
    textElement('title', title),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: entry.locale, href: url }),
    ...entry.versions.map((version) =>
      element('link', { rel: 'alternate', type: 'text/html', hreflang: version.locale, href: version.url }),
    ),
    picture && element('link', { rel: 'enclosure', type: picture.type, length: picture.bytes, href: picture.url }),
    textElement('published', time(entry.published)),
    textElement('updated', time(entry.modified)),
    ...entry.authors.map(author),
    ...entry.categories.map(({ slug, scheme, title: label }) => element('category', { term: slug, scheme, label })),
    textElement('summary', summary),
    content === null ? null : element('content', { type: 'html' }, content),
  )
}
