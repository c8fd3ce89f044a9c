import type { Metadata } from 'next'
import { cache } from 'react'
import { elsewhere } from '#app/elsewhere.ts'
import { readPage, type SearchParams } from '#app/paging.ts'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { TopicView } from '#components/page/topic-view.tsx'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { getTopic, getTopicStories } from '#lib/content/queries/topics.ts'
import { topicGraph } from '#lib/seo/json-ld/lists.ts'
import { describeTopic } from '#lib/seo/metadata/lists.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: SearchParams
}

/** Asks once for the head and the page of a request. @see https://react.dev/reference/react/cache */
const readStories = cache(getTopicStories)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params
  const page = readPage((await searchParams).page)
  const [publication, topic] = await Promise.all([getPublication(), getTopic(slug)])
  const stories = topic && page && (await readStories(slug, page))
  return stories ? describeTopic(publication, topic, stories) : {}
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const page = readPage((await searchParams).page)
  const [publication, topic] = await Promise.all([getPublication(), getTopic(slug)])
  const stories = topic && page && (await readStories(slug, page))
  if (!stories) return elsewhere(slug, 'topics')
  const logo = await getLogo()
  return (
    <Shell publication={publication} current="/topics">
      <TopicView publication={publication} topic={topic} stories={stories} />
      <JsonLd graph={topicGraph({ publication, logo }, topic, stories)} />
    </Shell>
  )
}
