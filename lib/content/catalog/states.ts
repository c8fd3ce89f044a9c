import type { Card } from './entries.ts'

/**
 * Whether an article has a page for readers, or for those who write.
 * @param drafts whether drafts and scheduled stories show, as they do while writing
 */
export const isOpen = (state: Card['state'], drafts: boolean): boolean =>
  state === 'published' || state === 'withdrawn' || (drafts && state !== 'homeless')

/** Whether an article may stand in lists: one that was withdrawn has a page that says so, and nothing leads there. */
export const isListed = (state: Card['state'], drafts: boolean): boolean =>
  state !== 'withdrawn' && isOpen(state, drafts)

/** `isListed` as a condition of SQL on a row of `articles`, whose one parameter is `drafts` as 0 or 1. */
export const IS_LISTED = "(state = 'published' OR (? AND state IN ('draft', 'scheduled')))"
