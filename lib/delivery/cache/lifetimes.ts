/**
 * How long others may keep what we serve. Browsers ask each time, which costs 304; caches in between hold a page for a
 * second, so that a change is seen at once, show one that is a few seconds old while they ask, and a day-old one
 * rather than none when the site cannot be reached.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2
 * @see https://www.rfc-editor.org/rfc/rfc5861
 */
export const CACHE_CONTROL = {
  page(status: number): string {
    if (status >= 500) return 'no-store'
    return status === 200
      ? 'public, max-age=0, s-maxage=1, stale-while-revalidate=5, stale-if-error=86400'
      : 'public, max-age=0, s-maxage=1'
  },
  /** Where a story moved to; it can move back. */
  moved: 'public, max-age=0, s-maxage=1',
  /** Where another way to write an address leads; that never changes. */
  canonical: 'public, max-age=3600',
  none: 'no-store',
} as const
