import type { Metadata } from 'next'
import { Shell } from '#components/chrome/shell.tsx'
import { NotFoundView } from '#components/page/not-found-view.tsx'
import { getPublication } from '#lib/content/queries/publication.ts'
import { UNLISTED } from '#lib/seo/metadata/robots.ts'

export const metadata: Metadata = { title: 'Page not found', robots: UNLISTED }

/** What the delivery server shows, with status 404, where there is no page. */
export default async function Missing() {
  const publication = await getPublication()
  return (
    <Shell publication={publication}>
      <NotFoundView publication={publication} />
    </Shell>
  )
}
