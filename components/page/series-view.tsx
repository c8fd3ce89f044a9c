import { LeadCard } from '#components/card/lead-card.tsx'
import { RowCard } from '#components/card/row-card.tsx'
import { formatCount } from '#components/text/format.ts'
import type { Publication, Series, Story } from '#lib/content/model.ts'
import { PageHead } from './page-head.tsx'

/** Parts of a series whose pictures all stand large. */
const FEW = 12

interface Props {
  readonly publication: Publication
  readonly series: Series
  readonly stories: readonly Story[]
}

/** A running story from its beginning. */
export function SeriesView({ publication, series, stories }: Props) {
  const total = stories.length
  return (
    <div className="wrap">
      <PageHead label="Series" title={series.title} description={series.description}>
        <p className="meta mt-3">{formatCount(total, 'part', 'parts', publication)}</p>
      </PageHead>
      {total === 0 && <p className="py-10 text-quiet">The first part is still to come.</p>}
      <ol className="pt-8">
        {stories.map((story, position) => (
          <li key={story.slug} className="border-hair pb-9 not-first:border-t not-first:pt-6">
            <p className="label mb-4 text-quiet">
              Part {position + 1} of {total}
            </p>
            {total > FEW ? (
              <RowCard story={story} place={publication} />
            ) : (
              <LeadCard story={story} place={publication} first={position === 0} />
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
