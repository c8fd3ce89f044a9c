import type { Publication } from '../../content/model.ts'
import { absolute, feedAddresses } from '../addresses.ts'

/** A list of stories that has feeds. */
export interface FedList {
  readonly title: string
  /** The address below which its feeds are. */
  readonly href: string
}

interface AlternateLink {
  readonly url: string
  readonly title: string
}

/**
 * The feeds that a page announces: those of its own lists and the publication's.
 * @param lists the page's own lists, which come first
 * @returns links by media type, RSS first, as that is what most readers know
 * @see https://www.rssboard.org/rss-autodiscovery
 */
export function feedLinks({ name, url }: Publication, lists: readonly FedList[] = []): Record<string, AlternateLink[]> {
  const all = [...lists.map(({ title, href }) => ({ title: `${name}: ${title}`, href })), { title: name, href: '/' }]
  const links = (format: 'rss' | 'atom' | 'json', label: string) =>
    all.map(({ title, href }) => ({ url: absolute(url, feedAddresses(href)[format]), title: `${title} (${label})` }))
  return {
    'application/rss+xml': links('rss', 'RSS'),
    'application/atom+xml': links('atom', 'Atom'),
    'application/feed+json': links('json', 'JSON'),
  }
}
