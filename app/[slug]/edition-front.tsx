import { notFound } from 'next/navigation'
import { Shell } from '#components/chrome/shell.tsx'
import { FrontView } from '#components/front/front-view.tsx'
import type { Edition, Publication } from '#lib/content/model.ts'
import { getFront } from '#lib/content/queries/fronts.ts'

interface Props {
  readonly publication: Publication
  readonly edition: Edition
  readonly now: number
}

export async function EditionFront({ publication, edition, now }: Props) {
  const front = await getFront(edition.slug)
  if (!front) notFound()
  return (
    <Shell publication={publication} front={{ now, href: edition.href }}>
      <FrontView publication={publication} front={front} />
    </Shell>
  )
}
