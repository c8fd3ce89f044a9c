import { notFound } from 'next/navigation'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { FrontView } from '#components/front/front-view.tsx'
import type { Edition, Publication } from '#lib/content/model.ts'
import { getFront } from '#lib/content/queries/fronts.ts'
import { getMostReadForFront } from '#lib/content/queries/most-read.ts'
import { getLogo } from '#lib/content/queries/publication.ts'
import { frontGraph } from '#lib/seo/json-ld/lists.ts'

interface Props {
  readonly publication: Publication
  readonly edition: Edition
  readonly now: number
}

export async function EditionFront({ publication, edition, now }: Props) {
  const [front, logo, mostRead] = await Promise.all([getFront(edition.slug), getLogo(), getMostReadForFront()])
  if (!front) notFound()
  return (
    <Shell publication={publication} front={{ now, href: edition.href }}>
      <FrontView publication={publication} front={front} mostRead={mostRead} />
      <JsonLd graph={frontGraph({ publication, logo }, front)} />
    </Shell>
  )
}
