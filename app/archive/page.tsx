import type { Metadata } from 'next'
import { ArchiveView } from '#components/archive/archive-view.tsx'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { hrefOf } from '#lib/content/calendar/period.ts'
import { getArchive } from '#lib/content/queries/archive.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { listGraph } from '#lib/seo/json-ld/lists.ts'
import { describeArchive } from '#lib/seo/metadata/archive.ts'

export const generateMetadata = async (): Promise<Metadata> => describeArchive(await getPublication())

export default async function Page() {
  const [publication, logo, years] = await Promise.all([getPublication(), getLogo(), getArchive()])
  const items = years.map(({ period }) => ({ href: hrefOf(period) }))
  return (
    <Shell publication={publication} current="/archive">
      <ArchiveView publication={publication} years={years} />
      <JsonLd graph={listGraph({ publication, logo }, { title: 'Archive', href: '/archive', items })} />
    </Shell>
  )
}
