import type { Metadata } from 'next'

interface Described {
  readonly title: string
  readonly description?: string | null
  /** The page's one address. */
  readonly href: string
  readonly page?: number
  /** The title says it all, without the publication's name behind it. */
  readonly whole?: boolean
}

/** The head of a page, the same way for every kind of page. */
export function describe({ title, description, href, page = 1, whole = false }: Described): Metadata {
  const numbered = page > 1 ? `${title}, page ${page}` : title
  return {
    title: whole ? { absolute: numbered } : numbered,
    description: description ?? undefined,
    alternates: { canonical: page > 1 ? `${href}?page=${page}` : href },
  }
}

/** For pages that no search engine should keep. */
export const UNLISTED: Metadata = { robots: { index: false } }
