import { notFound, permanentRedirect } from 'next/navigation'
import { findRenamed, type Renamable } from '#lib/content/queries/renames.ts'

/** Leads to where a page is now whose file was renamed, or says that there is none. */
export async function elsewhere(slug: string, ...kinds: readonly Renamable[]): Promise<never> {
  for (const kind of kinds) {
    const href = await findRenamed(kind, slug)
    if (href !== null) permanentRedirect(href)
  }
  notFound()
}
