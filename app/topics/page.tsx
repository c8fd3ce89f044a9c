import type { Metadata } from 'next'
import { describe } from '#app/describe.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { TopicsView } from '#components/page/topics-view.tsx'
import { getPublication } from '#lib/content/queries/publication.ts'
import { getTopics } from '#lib/content/queries/topics.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getPublication()
  return describe({ title: 'Topics', description: `What ${name} writes about, from A to Z.`, href: '/topics' })
}

export default async function Page() {
  const [publication, topics] = await Promise.all([getPublication(), getTopics()])
  return (
    <Shell publication={publication} current="/topics">
      <TopicsView publication={publication} topics={topics} />
    </Shell>
  )
}
