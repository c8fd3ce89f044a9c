import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Shell } from '#components/chrome/shell.tsx'
import { FrontView } from '#components/front/front-view.tsx'
import { getFront } from '#lib/content/queries/fronts.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { describeFront } from './describe-front.ts'

export async function generateMetadata(): Promise<Metadata> {
  return describeFront(await getPublication(), null)
}

export default async function Home() {
  const now = Date.now()
  const [publication, front] = await Promise.all([getPublication(), getFront(null)])
  if (!front) notFound()
  return (
    <Shell publication={publication} front={{ now, href: '/' }}>
      <FrontView publication={publication} front={front} />
    </Shell>
  )
}
