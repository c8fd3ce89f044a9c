import type { Moment } from '../model.ts'
import type { Kind } from '../source/read.ts'

/** The kinds every publication has, with their labels; plain news shows its section instead. */
export const KINDS: Readonly<Record<string, string | null>> = {
  news: null,
  feature: 'Feature',
  'speed-read': 'Speed Read',
  'talking-point': 'Talking Point',
  analysis: 'Analysis',
  opinion: 'Opinion',
  explainer: 'Explainer',
  puzzle: 'Puzzles and Quizzes',
}

/** First parts of addresses that belong to the site itself, and names that would be mistaken for them. */
export const RESERVED: ReadonlySet<string> = new Set(
  `_next admin api archive articles atom authors dev embed fault favicon feed feeds fonts fronts healthz home hooks icon icons index llms
  manifest media metrics most-read newsletters oembed page pages preview readyz robots rss search sections series share
  sitemap sitemaps static subscribe topics unsubscribe`.split(/\s+/),
)

/** A set of names, as a check asks about one. */
export interface Known {
  has(name: string): boolean
  keys(): Iterable<string>
}

/** What an article says of itself that others must know. */
export interface ArticleFacts {
  /** The file that has the slug: of several the first by path. */
  readonly file: string
  readonly status?: 'draft' | 'published' | 'withdrawn'
  readonly published?: Moment
  /** The story that it is another edition's version of. */
  readonly original?: string
}

/** The files under `media/`, by the paths that content writes: `/media/name.jpg`. */
export interface KnownMedia {
  readonly paths: Iterable<string>
  has(src: string): boolean
  /** Whether it is a picture that can be shown. */
  isPicture(src: string): boolean
}

/** What names there are, so that a mention of one can be checked. A file counts even while something else in it is wrong. */
export interface Names {
  readonly media: KnownMedia
  /** The publication's own address, without a slash at the end. */
  readonly url: string
  readonly files: { readonly [K in Kind]: Known }
  /** Whether what `site.yaml` lists can be read; while it cannot, no mention is held against a file. */
  readonly listed: boolean
  readonly kinds: Known
  /** The first is the default one. */
  readonly editions: Known
  readonly topics: Known
  /** The article that has an alias. */
  alias(alias: string): string | undefined
  article(slug: string): ArticleFacts | undefined
  /** The anchors in the body of an article or plain page; null when it cannot be read. */
  anchors(kind: 'articles' | 'pages', slug: string): ReadonlySet<string> | null
  /** Told of a moment (milliseconds) from which on a check comes out otherwise, though no file changes. */
  later(moment: number): void
}
