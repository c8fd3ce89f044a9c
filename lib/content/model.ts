/**
 * The typed model: what pages and views see of the publication. Everything here is already validated, resolved and
 * safe to show; the raw front matter never leaves `lib/content`.
 */

import type { Policy } from './schema/site.ts'

/** A moment as an editor wrote it: `iso` keeps the zone of the file, `ms` is the time since the epoch in milliseconds. */
export interface Moment {
  readonly iso: string
  readonly ms: number
}

export interface Link {
  readonly label: string
  readonly href: string
}

/** A file under `/media/` with its measured size in pixels; `focus` is the point a crop keeps, in percent from the top left. */
export interface Picture {
  readonly src: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly credit: string | null
  /** Sanitised inline HTML, or null. */
  readonly captionHtml: string | null
  readonly focus: { readonly x: number; readonly y: number }
}

export interface Edition {
  readonly slug: string
  /** As it signs a byline: “Broadsheet US”. */
  readonly name: string
  /** As it stands in a switcher: “US”. */
  readonly label: string
  readonly locale: string
  /** The address of its front: `/` for the first, `/<slug>` for the others. */
  readonly href: string
}

export interface Promotion {
  readonly title: string
  readonly text: string
  readonly label: string
  readonly link: string
}

interface Publisher {
  readonly name: string
  readonly email: string | null
  readonly address: string | null
}

/** The publication as `site.yaml` describes it, with the navigation resolved. */
export interface Publication {
  readonly name: string
  readonly tagline: string | null
  readonly description: string
  readonly url: string
  readonly locale: string
  readonly timeZone: string
  readonly publisher: Publisher
  readonly editions: readonly Edition[]
  /** Sections in their order unless `site.yaml` says otherwise. */
  readonly navigation: readonly Link[]
  /** The plain pages, for the foot of the page. */
  readonly pages: readonly Link[]
  /** Whether it has a newsletter, so that its pages may ask for addresses. */
  readonly hasNewsletters: boolean
  readonly promotion: Promotion | null
  /** Addresses of the publication elsewhere. */
  readonly profiles: readonly string[]
  /** Where each policy is to be read; an address or a path of this site. */
  readonly policies: Readonly<Partial<Record<Policy, string>>>
  /** Whether feeds carry whole stories or their deks. */
  readonly feeds: 'full' | 'summary'
  /** What `site.yaml` says to robots, by their names in robots.txt. */
  readonly crawlers: Readonly<Record<string, 'allow' | 'disallow'>>
}

export interface SectionRef {
  readonly slug: string
  readonly title: string
  readonly href: string
  /** 1–8: which of the design's section colours it has, by its place among the sections. */
  readonly tint: number
}

export interface Section extends SectionRef {
  readonly description: string
}

export interface TopicRef {
  readonly slug: string
  readonly title: string
  readonly href: string
}

export interface Topic extends TopicRef {
  readonly description: string | null
  readonly count: number
}

export interface AuthorRef {
  readonly slug: string
  readonly name: string
  readonly href: string
}

export interface Author extends AuthorRef {
  readonly role: string | null
  readonly photo: Picture | null
  /** One or two letters, shown where there is no photo. */
  readonly initials: string
  readonly links: readonly Link[]
  readonly biography: readonly BodyBlock[]
}

export interface SeriesRef {
  readonly slug: string
  readonly title: string
  readonly href: string
}

export interface Series extends SeriesRef {
  readonly description: string
}

/** Who signs a story: people in byline order, the edition, or both. */
export interface Byline {
  readonly authors: readonly AuthorRef[]
  readonly edition: Edition | null
}

/** Where a story stands. Readers meet `published` and `withdrawn` only; the other two show in `npm run dev`. */
export type State = 'published' | 'withdrawn' | 'draft' | 'scheduled'

/** A story as lists and cards show it. */
export interface Story {
  readonly slug: string
  readonly href: string
  readonly headline: string
  readonly dek: string | null
  /** The kind's label, or the section's title for plain news. */
  readonly kicker: string
  readonly section: SectionRef
  readonly byline: Byline
  readonly published: Moment
  readonly updated: Moment | null
  readonly picture: Picture | null
  readonly readingMinutes: number
  readonly state: State
}

interface Correction {
  readonly date: Moment
  /** Sanitised inline HTML. */
  readonly html: string
}

export interface Source {
  readonly name: string
  readonly url: string
}

/** What a newsletter's block in a body needs. */
export interface NewsletterRef {
  readonly slug: string
  readonly href: string
  readonly title: string
  readonly description: string
}

/**
 * A body, ready for views: runs of sanitised HTML with the blocks between them that a view draws, each with what it
 * names already looked up. `html` may be set as inner HTML.
 */
export type BodyBlock =
  | { readonly type: 'html'; readonly html: string }
  | { readonly type: 'figure'; readonly picture: Picture }
  | { readonly type: 'pullquote'; readonly by: string; readonly html: string }
  | { readonly type: 'aside'; readonly title: string; readonly blocks: readonly BodyBlock[] }
  | { readonly type: 'related'; readonly story: Story }
  | { readonly type: 'newsletter'; readonly newsletter: NewsletterRef }
  | { readonly type: 'promotion'; readonly promotion: Promotion }

/** One of several versions of a story, each for the readers of an edition. */
export interface Version {
  /** The language and place of its readers, a BCP 47 tag. */
  readonly locale: string
  readonly href: string
  /** Whether it is the one for readers of no edition: the default edition's, or else the original. */
  readonly isDefault: boolean
}

/** A story with everything its own page shows. */
export interface Article extends Story {
  readonly kind: string
  readonly body: readonly BodyBlock[]
  readonly words: number
  readonly topics: readonly TopicRef[]
  readonly authors: readonly Author[]
  readonly corrections: readonly Correction[]
  readonly sources: readonly Source[]
  readonly series: SeriesRef | null
  /** All versions of it, with itself; empty where there is only one. */
  readonly versions: readonly Version[]
  readonly withdrawn: { readonly date: Moment; readonly reason: string } | null
  readonly seo: { readonly title: string | null; readonly description: string | null }
}

export interface Newsletter extends NewsletterRef {
  /** In words a reader understands: “Every day at 6:30 AM”. */
  readonly schedule: string
  readonly pitch: readonly BodyBlock[]
}

/** A plain page: about, standards, privacy. */
export interface Page {
  readonly slug: string
  readonly href: string
  readonly title: string
  readonly description: string | null
  readonly body: readonly BodyBlock[]
}

/**
 * One page of a list, newest first. It begins behind a story, not with a number, so that it keeps its stories and its
 * address while others are published.
 */
export interface Paged<Item> {
  readonly items: readonly Item[]
  /** What follows the list's address in that of this page: nothing for the first one, else `?before=…`. */
  readonly query: string
  /** The same of the pages beside it; null where there is none. */
  readonly newer: string | null
  readonly older: string | null
  /** When the newest of its stories was published, in milliseconds; null for the first page, which has what is newest. */
  readonly upTo: number | null
  /** How many stories the list has; only the first page tells, for the others need not change with each that comes. */
  readonly total: number | null
}

/** A front: a lead, a second tier, blocks by section, and the newest of the rest. No story stands in it twice. */
export interface Front {
  readonly edition: Edition | null
  readonly lead: Story | null
  readonly second: readonly Story[]
  readonly blocks: readonly { readonly section: SectionRef; readonly stories: readonly Story[] }[]
  readonly latest: readonly Story[]
}
