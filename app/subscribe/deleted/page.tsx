import type { Metadata } from 'next'
import { Shell } from '#components/chrome/shell.tsx'
import { DeletedView } from '#components/newsletter/deleted-view.tsx'
import { getPublication } from '#lib/content/queries/publication.ts'
import { describePrivate } from '#lib/seo/metadata/private.ts'

export async function generateMetadata(): Promise<Metadata> {
  return describePrivate(await getPublication(), 'All of it is deleted')
}

export default async function Page() {
  return (
    <Shell publication={await getPublication()} asks={false}>
      <DeletedView />
    </Shell>
  )
}
