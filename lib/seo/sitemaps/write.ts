import { finished } from 'node:stream/promises'
import { ErrorLevel, type NewsItem, SitemapIndexStream, type SitemapItem, SitemapItemStream } from 'sitemap'
import type { Place } from '../../content/queries/sitemaps.ts'
import { absolute } from '../addresses.ts'
import type { IndexEntry } from './files.ts'

/** An address of a sitemap with what is said of it; both addresses absolute. */
export interface SitemapEntry {
  readonly url: string
  /** In milliseconds since the epoch. */
  readonly modified?: number | null
  readonly image?: string | null
  readonly news?: NewsItem
}

/** Longer addresses are answered by nobody, here or elsewhere. */
const LONGEST_ADDRESS = 2048

/**
 * What a sitemap says of a page.
 * @param site the publication's address, without a slash at its end
 */
export function toEntry(site: string, { href, modified, image }: Place): SitemapEntry {
  const picture = image && absolute(site, image.split('/').map(encodeURIComponent).join('/'))
  return { url: absolute(site, href), modified, image: picture && picture.length < LONGEST_ADDRESS ? picture : null }
}

const NAMESPACES = {
  image: 'http://www.google.com/schemas/sitemap-image/1.1',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
} as const

/**
 * Writes a sitemap, which may be empty. Characters that XML cannot hold are left out.
 *
 * Entries go through the library one by one: its whole sitemap takes five times as long, and refuses to be empty.
 * @param extension what entries have beside their address and date
 * @see https://www.sitemaps.org/protocol.html
 * @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps
 */
export async function writeSitemap(
  extension: keyof typeof NAMESPACES,
  entries: readonly SitemapEntry[],
): Promise<string> {
  const items = new SitemapItemStream()
  const written = textOf(items)
  for (const entry of entries) items.write(toItem(entry))
  items.end()
  const open = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:${extension}="${NAMESPACES[extension]}">`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}${await written}</urlset>\n`
}

function toItem({ url, modified, image, news }: SitemapEntry): SitemapItem {
  return {
    url,
    ...(modified != null && { lastmod: iso(modified) }),
    img: image ? [{ url: image }] : [],
    video: [],
    links: [],
    ...(news && { news }),
  }
}

/**
 * Writes the index of all sitemaps.
 * @param site the publication's address, without a slash at its end
 * @see https://www.sitemaps.org/protocol.html#index
 */
export async function writeIndex(site: string, entries: readonly IndexEntry[]): Promise<string> {
  const items = new SitemapIndexStream({ level: ErrorLevel.THROW })
  const written = textOf(items)
  for (const { href, modified } of entries)
    items.write({ url: absolute(site, href), ...(modified !== null && { lastmod: iso(modified) }) })
  items.end()
  return `${await written}\n`
}

const iso = (ms: number): string => new Date(ms).toISOString()

/** All that a stream gives, once it has ended. */
async function textOf(stream: SitemapItemStream | SitemapIndexStream): Promise<string> {
  const parts: string[] = []
  stream.on('data', (part: string) => parts.push(part))
  await finished(stream)
  return parts.join('')
}
