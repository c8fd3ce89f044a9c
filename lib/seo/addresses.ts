/** A page in the forms that feed readers know. */
export interface FeedAddresses {
  readonly rss: string
  readonly atom: string
  readonly json: string
}

/** The feeds of a list of stories. @param href the address of its page: `/` for all stories, `/world`, `/topics/space` */
export function feedAddresses(href: string): FeedAddresses {
  const folder = href === '/' ? '' : href
  return { rss: `${folder}/feed.xml`, atom: `${folder}/feed.atom`, json: `${folder}/feed.json` }
}

/** A story as Markdown. @param href the address of its page */
export const markdownAddress = (href: string): string => `${href}.md`

/** What oEmbed consumers ask about a story. @param url the absolute address of its page */
export const oembedAddress = (url: string): string => `/oembed?url=${encodeURIComponent(url)}`

/** A story as a card for other sites to frame. */
export const embedAddress = (slug: string): string => `/embed/${slug}`

/** An address of this site in full. @param url the publication's, without a slash at its end */
export const absolute = (url: string, href: string): string => (href.startsWith('/') ? `${url}${href}` : href)
