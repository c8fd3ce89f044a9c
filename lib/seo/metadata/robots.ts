import type { Metadata } from 'next'

/**
 * For pages that are to be found: a search engine may show a large picture, and as much text as it likes.
 * @see https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag#max-image-preview
 */
export const LISTED: Metadata['robots'] = { 'max-image-preview': 'large', 'max-snippet': -1, 'max-video-preview': -1 }

/** For pages that no search engine should keep: what is not published, and pages in place of others. */
export const UNLISTED: Metadata['robots'] = { index: false }
