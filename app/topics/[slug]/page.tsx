import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { describe } from '#app/describe.ts'
import { readPage, type SearchParams } from '#app/paging.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { TopicView } from '#components/page/topic-view.tsx'
import { getPublication } from '#lib/content/queries/publication.ts'
import { getTopic, getTopicStories } from '#lib/content/queries/topics.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: SearchParams
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const topic = await getTopic((await params).slug)
  if (!topic) return {}
  const description = topic.description ?? `Every story on ${topic.title}.`
  return describe({ ...topic, description, page: readPage((await searchParams).page) ?? 1 })
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const page = readPage((await searchParams).page)
  const [publication, topic] = await Promise.all([getPublication(), getTopic(slug)])
  const stories = topic && page && (await getTopicStories(slug, page))
  if (!stories) notFound()
  return (
    <Shell publication={publication} current="/topics">
      <TopicView publication={publication} topic={topic} stories={stories} />
    </Shell>
  )
}
