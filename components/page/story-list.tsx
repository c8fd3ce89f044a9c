import { LeadCard } from '#components/card/lead-card.tsx'
import { RowCard } from '#components/card/row-card.tsx'
import { formatTime, type Place } from '#components/text/format.ts'
import type { Paged, Story } from '#lib/content/model.ts'
import { Pagination } from './pagination.tsx'

interface Props {
  readonly stories: Paged<Story>
  readonly place: Place
  /** The address of the list. */
  readonly href: string
  /** The newest story stands large on the first page. */
  readonly led?: boolean
}

/** Stories by date, page by page. */
export function StoryList({ stories, place, href, led = false }: Props) {
  const { items, upTo } = stories
  const lead = led && upTo === null ? items[0] : undefined
  const rest = lead ? items.slice(1) : items
  if (items.length === 0) return <p className="py-10 text-quiet">Nothing is published here yet.</p>
  return (
    <>
      {upTo !== null && (
        <p className="meta mt-4">
          Stories up to <time dateTime={new Date(upTo).toISOString()}>{formatTime(upTo, 'moment', place)}</time>
        </p>
      )}
      {lead && (
        <div className="border-hair border-b pt-7 pb-8">
          <LeadCard story={lead} place={place} />
        </div>
      )}
      <div className="stacked pt-7">
        {rest.map((story) => (
          <RowCard key={story.slug} story={story} place={place} />
        ))}
      </div>
      <Pagination stories={stories} place={place} href={href} />
    </>
  )
}
