import { setImmediate } from 'node:timers/promises'
import type { Catalog } from '../catalog/catalog.ts'
import { type FullArticle, modifiedOf } from '../catalog/entries.ts'
import { ALL } from '../catalog/keys.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Article, Edition, Picture, Publication, Story } from '../model.ts'
import { type FeedBlock, toFeedBody } from './feed-bodies.ts'
import { getMedia } from './media.ts'
import { newestOf } from './newest.ts'
import { toCorrections, toPicture, toStory, toTopicRef } from './present.ts'
import { versionsOf } from './versions.ts'

/** Whose stories a feed has. A place is a section or an edition, which share their addresses. */
export type FeedSubject =
  | { readonly kind: 'publication' }
  | { readonly kind: 'place' | 'topic' | 'author'; readonly slug: string }

/** A story with all that a feed says of it. */
export interface FeedStory extends Story, Pick<Article, 'topics' | 'corrections' | 'sources' | 'versions'> {
  /** The type and the bytes of the file of its picture. */
  readonly file: { readonly type: string; readonly bytes: number } | null
  /** Of its edition, or else of the publication: a BCP 47 tag. */
  readonly locale: string
  /** When it was last changed as far as its dates tell, milliseconds. */
  readonly modified: number
  /** The first slug it had, by which it is known for good. */
  readonly firstSlug: string
  /** Null where the feed carries no more than its dek. */
  readonly body: readonly FeedBlock[] | null
}

export interface Feed {
  readonly publication: Publication
  readonly logo: Picture | null
  /** What the stories have in common; null for those of the whole publication. */
  readonly title: string | null
  readonly description: string
  readonly locale: string
  /** The address of the page with the same stories. */
  readonly href: string
  /** Where the feeds stand, as `feedAddresses` takes it: the first edition has its page at `/`, and its feeds below its name. */
  readonly folder: string
  /** Newest first. */
  readonly stories: readonly FeedStory[]
}

/** What a feed shows of all stories. */
type About = Omit<Feed, 'publication' | 'logo' | 'stories'> & { readonly lists: readonly string[] }

/** Stories in a feed: a day of a newspaper, so that a reader who looks once a day misses nothing. */
export const FEED_LENGTH = 30

/**
 * In characters of Markdown, which thirty stories of 1,300 words have: of longer ones the feed carries the older, which
 * most readers have by then, by their deks. It bounds the time that a feed takes, and its size.
 */
const MOST_TEXT = 256 * 1024

/** A feed's newest stories, or null where there is no such section, edition, topic or author. Never has drafts or scheduled stories. */
export async function getFeed(subject: FeedSubject): Promise<Feed | null> {
  const catalog = await open()
  const about = aboutOf(catalog, subject)
  if (about === null) return null
  const { lists, ...rest } = about
  const { publication, logo } = catalog.site
  // While writing, lists have drafts, too.
  const cards = newestOf(catalog, lists, FEED_LENGTH).filter(({ state }) => state === 'published')
  const articles = cards.flatMap(({ slug }) => catalog.articles.find(slug) ?? [])
  const stories: FeedStory[] = []
  let text = 0
  for (const article of articles) {
    text += article.body.length
    // Rendering all at once would keep every other request waiting.
    await setImmediate()
    stories.push(await toFeedStory(catalog, article, publication.feeds === 'full' && text <= MOST_TEXT))
  }
  const picture = logo === null ? null : toPicture(catalog, { src: logo, alt: publication.name })
  return { publication, logo: picture, ...rest, stories }
}

function aboutOf(catalog: Catalog, subject: FeedSubject): About | null {
  const { publication, sections, editions } = catalog.site
  const { locale, description } = publication
  if (subject.kind === 'publication') return { title: null, description, locale, href: '/', folder: '/', lists: [ALL] }
  const { kind, slug } = subject
  if (kind === 'topic') return ofTopic(catalog, slug)
  if (kind === 'author') return ofAuthor(catalog, slug)
  const section = sections.get(slug)
  const edition = editions.get(slug)
  if (section)
    return {
      title: section.title,
      description: section.description,
      locale,
      href: section.href,
      folder: section.href,
      lists: [`section:${slug}`],
    }
  return edition ? ofEdition(edition, description) : null
}

/** An edition has its own stories and those of no edition, as its front does. */
const ofEdition = ({ slug, label, locale, href }: Edition, description: string): About => ({
  title: label,
  description,
  locale,
  href,
  folder: `/${slug}`,
  lists: ['edition:', `edition:${slug}`],
})

function ofTopic(catalog: Catalog, slug: string): About | null {
  const { title, description, href } = catalog.entries.topicRef(slug)
  const list = `topic:${slug}`
  if (description === null && catalog.lists.count(list) === 0) return null
  const { locale } = catalog.site.publication
  return { title, description: description ?? `Every story on ${title}.`, locale, href, folder: href, lists: [list] }
}

function ofAuthor(catalog: Catalog, slug: string): About | null {
  const name = catalog.entries.byline(slug)
  if (name === null) return null
  const { locale } = catalog.site.publication
  const href = `/authors/${slug}`
  return { title: name, description: `Stories by ${name}.`, locale, href, folder: href, lists: [`author:${slug}`] }
}

async function toFeedStory(catalog: Catalog, article: FullArticle, isWhole: boolean): Promise<FeedStory> {
  const { publication, editions } = catalog.site
  const file = article.image ? await getMedia(article.image.src) : null
  return {
    ...toStory(catalog, article),
    picture: toPicture(catalog, article.image),
    file: file && { type: file.type, bytes: file.size },
    locale: editions.get(article.edition ?? '')?.locale ?? publication.locale,
    topics: [...new Set(article.topics)].map((slug) => toTopicRef(catalog, slug)),
    corrections: toCorrections(article),
    sources: article.sources,
    versions: versionsOf(catalog, article),
    modified: modifiedOf(article),
    firstSlug: article.aliases[0] ?? catalog.firstName('articles', article.slug) ?? article.slug,
    body: isWhole ? toFeedBody(catalog, article.body) : null,
  }
}
