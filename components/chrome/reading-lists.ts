import type { Link } from '#lib/content/model.ts'

/** The pages that every publication has beside its sections. */
export const READING_LISTS: readonly Link[] = [
  { label: 'Most read', href: '/most-read' },
  { label: 'Topics', href: '/topics' },
  { label: 'Authors', href: '/authors' },
  { label: 'Newsletters', href: '/newsletters' },
  { label: 'Archive', href: '/archive' },
]
