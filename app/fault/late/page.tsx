import type { Metadata } from 'next'
import { Shell } from '#components/chrome/shell.tsx'
import { LateView } from '#components/page/late-view.tsx'
import { findPublication } from '#lib/content/queries/publication.ts'
import { UNLISTED } from '#lib/seo/metadata/robots.ts'

export const metadata: Metadata = { title: 'This page is not here yet', robots: UNLISTED }

/** What the delivery server shows, with status 503, in place of a page that is not found while the archive is being read. */
export default async function Late() {
  const publication = await findPublication()
  return publication ? (
    <Shell publication={publication}>
      <LateView />
    </Shell>
  ) : (
    <main>
      <LateView />
    </main>
  )
}
