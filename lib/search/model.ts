import type { Story } from '../content/model.ts'

/** What a reader searches for, and how the answer is to be shown. */
export interface SearchRequest {
  /** As it was typed; `query.ts` has its language. */
  readonly q: string
  /** From 1. */
  readonly page: number
  readonly sort: Sort
  /** Slugs of a section and of an author, an article's kind, a year in the publication's zone; null where any will do. */
  readonly section: string | null
  readonly kind: string | null
  readonly author: string | null
  readonly year: number | null
  /** The mark of the answer that this page goes on from, so that both are of one moment; null for a new search. */
  readonly until: string | null
}

/** A search for nothing, first page, best first. */
export const EMPTY: SearchRequest = {
  q: '',
  page: 1,
  sort: 'relevance',
  section: null,
  kind: null,
  author: null,
  year: null,
  until: null,
}

export type Sort = 'relevance' | 'newest'

/** A text in runs: those that matched are marked. */
export type Marked = readonly { readonly text: string; readonly hit: boolean }[]

/** A story that was found. Texts are plain, and have to be escaped as any other. */
export interface Hit {
  readonly story: Story
  readonly headline: Marked
  /** A part of the body, or the dek, with the words that were searched for; may be empty. */
  readonly snippet: Marked
}

/** One value that an answer can be filtered by. */
export interface Facet {
  /** As the request has it: a slug, a kind, a year. */
  readonly value: string
  /** As readers know it. */
  readonly label: string
  /** Stories that would be found with this value in place of the request's own. */
  readonly count: number
  readonly selected: boolean
}

export interface Facets {
  readonly sections: readonly Facet[]
  readonly kinds: readonly Facet[]
  readonly authors: readonly Facet[]
  readonly years: readonly Facet[]
}

/** What was found. */
export interface SearchAnswer {
  readonly request: SearchRequest
  /** Stories that match, on all pages. */
  readonly total: number
  /** From 1; the last one when the request asks for one behind it. */
  readonly page: number
  /** 0 when nothing was found. */
  readonly pages: number
  readonly hits: readonly Hit[]
  readonly facets: Facets
  /** What may have been meant, to be offered: the query, and the same with the words that differ marked. */
  readonly suggestion: { readonly q: string; readonly marked: Marked } | null
  /** What was not understood or left out, in words for the reader. */
  readonly notices: readonly string[]
  /** For links to further pages of this answer; see `SearchRequest`. Null while nothing was searched for. */
  readonly until: string | null
}

/** Answers searches; another implementation can ask a cluster. */
export interface SearchEngine {
  /** @param now milliseconds since the epoch */
  search(request: SearchRequest, now: number): Promise<SearchAnswer>
}
