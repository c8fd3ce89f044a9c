import type { Publication } from '../../content/model.ts'
import type { Feed, FeedStory } from '../../content/queries/feeds.ts'
import { absolute, type FeedAddresses, feedAddresses } from '../addresses.ts'
import { iconAddress, LARGE } from '../icons/address.ts'
import { contentOf } from './content.ts'
import { permanentId } from './identity.ts'
import { mediaUrl } from './media-url.ts'

/** A person, an edition or the publication, with the page that shows who it is. */
export interface FeedAuthor {
  readonly name: string
  readonly url: string
}

interface FeedPicture {
  readonly url: string
  readonly type: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly credit: string | null
}

/** A story as every format has it. Addresses are absolute, times in milliseconds. */
export interface FeedEntry {
  readonly id: string
  readonly url: string
  readonly title: string
  /** Plain text; never null where `content` is. */
  readonly summary: string | null
  /** HTML that stands by itself; null where the summary is all that readers are told here. */
  readonly content: string | null
  readonly published: number
  readonly modified: number
  readonly authors: readonly FeedAuthor[]
  readonly categories: readonly { readonly title: string; readonly slug: string; readonly scheme: string }[]
  readonly picture: FeedPicture | null
  readonly locale: string
  /** The same story for readers elsewhere. */
  readonly versions: readonly { readonly locale: string; readonly url: string }[]
}

/** A feed as every format has it. */
export interface FeedDocument {
  readonly title: string
  readonly description: string
  readonly home: string
  readonly self: FeedAddresses
  readonly hub: string | null
  readonly locale: string
  readonly publisher: FeedAuthor
  /** A square. */
  readonly icon: string
  readonly logo: string | null
  /** When a story of it last changed; null without stories. */
  readonly updated: number | null
  readonly entries: readonly FeedEntry[]
}

/**
 * What a feed says, whatever its format.
 * @param hub where readers subscribe to be told of changes, an absolute address, or null
 */
export function toDocument({ publication, logo, stories, ...feed }: Feed, hub: string | null): FeedDocument {
  const { name, url } = publication
  const full = (href: string) => absolute(url, href)
  const { rss, atom, json } = feedAddresses(feed.folder)
  return {
    // As heads of pages name it.
    title: feed.title === null ? name : `${name}: ${feed.title}`,
    description: feed.description,
    home: full(feed.href),
    self: { rss: full(rss), atom: full(atom), json: full(json) },
    hub,
    locale: feed.locale,
    publisher: { name, url: full('/') },
    icon: full(iconAddress(LARGE)),
    logo: logo && mediaUrl(url, logo.src),
    updated: stories.length === 0 ? null : Math.max(...stories.map(({ modified }) => modified)),
    entries: stories.map((story) => toEntry(story, publication)),
  }
}

function toEntry(story: FeedStory, publication: Publication): FeedEntry {
  const full = (href: string) => absolute(publication.url, href)
  const { headline, dek, section, topics, picture, file, published, modified, locale } = story
  const content = contentOf(story, publication)
  return {
    id: permanentId(publication.url, story.firstSlug),
    url: full(story.href),
    title: headline,
    summary: dek ?? (content === null ? headline : null),
    content,
    published: published.ms,
    modified,
    authors: authorsOf(story, publication),
    categories: [
      { title: section.title, slug: section.slug, scheme: full('/') },
      ...topics.map(({ title, slug }) => ({ title, slug, scheme: full('/topics') })),
    ],
    picture: picture && file && { ...picture, ...file, url: mediaUrl(publication.url, picture.src) },
    locale,
    versions: story.versions.flatMap(({ locale: other, href }) =>
      href === story.href ? [] : [{ locale: other, url: full(href) }],
    ),
  }
}

/** Somebody always signs: people, or else the edition, or else the publication. */
function authorsOf({ byline }: FeedStory, { name, url }: Publication): FeedAuthor[] {
  const people = byline.authors.map((author) => ({ name: author.name, url: absolute(url, author.href) }))
  if (people.length > 0) return people
  const { edition } = byline
  return [edition ? { name: edition.name, url: absolute(url, edition.href) } : { name, url: absolute(url, '/') }]
}
