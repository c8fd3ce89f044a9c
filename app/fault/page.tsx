import type { Metadata } from 'next'
import { Shell } from '#components/chrome/shell.tsx'
import { ErrorView } from '#components/page/error-view.tsx'
import { findPublication } from '#lib/content/queries/publication.ts'
import { UNLISTED } from '#lib/seo/metadata/robots.ts'

export const metadata: Metadata = { title: 'This page could not be printed', robots: UNLISTED }

/** What the delivery server shows, with status 500, in place of a page that failed. */
export default async function Fault() {
  const publication = await findPublication()
  return publication ? (
    <Shell publication={publication}>
      <ErrorView />
    </Shell>
  ) : (
    <main>
      <ErrorView />
    </main>
  )
}
