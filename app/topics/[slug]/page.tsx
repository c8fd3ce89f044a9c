import type { Metadata } from 'next'
import { cache } from 'react'
import { elsewhere } from '#app/elsewhere.ts'
import { readBefore, type SearchParams } from '#app/paging.ts'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { TopicView } from '#components/page/topic-view.tsx'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { getTopicCompany } from '#lib/content/queries/topic-company.ts'
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
  const before = await readBefore(searchParams, `/topics/${slug}`)
  const [publication, topic] = await Promise.all([getPublication(), getTopic(slug)])
  const stories = topic && (await readStories(slug, before))
  return stories ? describeTopic(publication, topic, stories) : {}
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const before = await readBefore(searchParams, `/topics/${slug}`)
  const [publication, topic] = await Promise.all([getPublication(), getTopic(slug)])
  const stories = topic && (await readStories(slug, before))
  if (!stories) return elsewhere(slug, 'topics')
  // Older pages are an archive: who writes about a topic now is no matter of theirs.
  const [logo, company] = await Promise.all([getLogo(), stories.query === '' ? getTopicCompany(slug) : null])
  return (
    <Shell publication={publication} current="/topics">
      <TopicView publication={publication} topic={topic} stories={stories} company={company} />
      <JsonLd graph={topicGraph({ publication, logo }, topic, stories, company?.related)} />
    </Shell>
  )
}
