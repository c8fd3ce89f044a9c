import type { Metadata } from 'next'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { TopicsView } from '#components/page/topics-view.tsx'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { getTopics } from '#lib/content/queries/topics.ts'
import { listGraph } from '#lib/seo/json-ld/lists.ts'
import { describe } from '#lib/seo/metadata/describe.ts'

export async function generateMetadata(): Promise<Metadata> {
  const publication = await getPublication()
  const description = `What ${publication.name} writes about, from A to Z.`
  return describe(publication, { title: 'Topics', description, href: '/topics' })
}

export default async function Page() {
  const [publication, logo, topics] = await Promise.all([getPublication(), getLogo(), getTopics()])
  return (
    <Shell publication={publication} current="/topics">
      <TopicsView publication={publication} topics={topics} />
      <JsonLd graph={listGraph({ publication, logo }, { title: 'Topics', href: '/topics', items: topics })} />
    </Shell>
  )
}
