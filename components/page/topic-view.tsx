import { formatCount } from '#components/text/format.ts'
import type { Paged, Publication, Story, Topic } from '#lib/content/model.ts'
import { PageHead } from './page-head.tsx'
import { StoryList } from './story-list.tsx'

interface Props {
  readonly publication: Publication
  readonly topic: Topic
  readonly stories: Paged<Story>
}

export function TopicView({ publication, topic, stories }: Props) {
  return (
    <div className="wrap">
      <PageHead label="Topic" title={topic.title} description={topic.description}>
        <p className="meta mt-3">{formatCount(topic.count, 'story', 'stories', publication)}</p>
      </PageHead>
      <StoryList stories={stories} place={publication} href={topic.href} led />
    </div>
  )
}
