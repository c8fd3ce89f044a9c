import type { Metadata } from 'next'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { MostReadView } from '#components/page/most-read-view.tsx'
import { getLatest } from '#lib/content/queries/articles.ts'
import { getMostRead } from '#lib/content/queries/most-read.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { listGraph } from '#lib/seo/json-ld/lists.ts'
import { describe } from '#lib/seo/metadata/describe.ts'

const TITLE = 'Most read'
const HREF = '/most-read'
const LISTED = 20

export async function generateMetadata(): Promise<Metadata> {
  const publication = await getPublication()
  const description = `The stories of ${publication.name} that were read most in the last hours.`
  return describe(publication, { title: TITLE, description, href: HREF })
}

export default async function Page() {
  const [publication, logo, mostRead] = await Promise.all([getPublication(), getLogo(), getMostRead(LISTED)])
  const latest = mostRead.stories.length === 0 ? await getLatest([], LISTED) : []
  const items = mostRead.stories.length === 0 ? latest : mostRead.stories
  return (
    <Shell publication={publication} current={HREF}>
      <MostReadView publication={publication} mostRead={mostRead} latest={latest} />
      <JsonLd graph={listGraph({ publication, logo }, { title: TITLE, href: HREF, items })} />
    </Shell>
  )
}
