import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { FrontView } from '#components/front/front-view.tsx'
import { getFront } from '#lib/content/queries/fronts.ts'
import { getMostReadForFront } from '#lib/content/queries/most-read.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { frontGraph } from '#lib/seo/json-ld/lists.ts'
import { describeFront } from '#lib/seo/metadata/front.ts'

export async function generateMetadata(): Promise<Metadata> {
  return describeFront(await getPublication(), null)
}

export default async function Home() {
  const now = Date.now()
  const [publication, logo, front, mostRead] = await Promise.all([
    getPublication(),
    getLogo(),
    getFront(null),
    getMostReadForFront(),
  ])
  if (!front) notFound()
  return (
    <Shell publication={publication} front={{ now, href: '/' }}>
      <FrontView publication={publication} front={front} mostRead={mostRead} />
      <JsonLd graph={frontGraph({ publication, logo }, front)} />
    </Shell>
  )
}
