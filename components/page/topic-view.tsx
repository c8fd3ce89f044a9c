import { formatCount } from '#components/text/format.ts'
import type { Paged, Publication, Story, Topic } from '#lib/content/model.ts'
import type { TopicCompany } from '#lib/content/queries/topic-company.ts'
import { FeedLink } from './feed-link.tsx'
import { LinkRow } from './link-row.tsx'
import { PageHead } from './page-head.tsx'
import { StoryList } from './story-list.tsx'

interface Props {
  readonly publication: Publication
  readonly topic: Topic
  readonly stories: Paged<Story>
  /** Who writes about it and what is near it; the first page has it, the older ones are an archive. */
  readonly company: TopicCompany | null
}

export function TopicView({ publication, topic, stories, company }: Props) {
  return (
    <div className="wrap">
      <PageHead label="Topic" title={topic.title} description={topic.description}>
        <p className="meta dotted mt-3 items-baseline">
          <span>{formatCount(topic.count, 'story', 'stories', publication)}</span>
          <FeedLink href={topic.href} title={topic.title} />
        </p>
      </PageHead>
      {company && <Company company={company} topic={topic} publication={publication} />}
      <StoryList stories={stories} place={publication} href={topic.href} led />
    </div>
  )
}

type CompanyProps = Pick<Props, 'publication' | 'topic'> & { readonly company: TopicCompany }

function Company({ company: { authors, related, seen }, topic, publication }: CompanyProps) {
  if (authors.length === 0 && related.length === 0) return null
  const writers =
    seen < topic.count
      ? `Who wrote most of the newest ${seen.toLocaleString(publication.locale)}`
      : 'Who writes about it'
  return (
    <div className="no-print grid gap-x-10 gap-y-3 border-hair border-b py-4 lg:grid-cols-2">
      <LinkRow label="Related topics" entries={related} place={publication} />
      <LinkRow
        label={writers}
        entries={authors.map(({ name, href, count }) => ({ title: name, href, count }))}
        place={publication}
      />
    </div>
  )
}
