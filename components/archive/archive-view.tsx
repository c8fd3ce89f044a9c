import { PageHead } from '#components/page/page-head.tsx'
import { formatCount } from '#components/text/format.ts'
import { nameOf } from '#lib/content/calendar/names.ts'
import { hrefOf } from '#lib/content/calendar/period.ts'
import type { Publication } from '#lib/content/model.ts'
import type { CountedYear } from '#lib/content/queries/archive.ts'
import { MonthBars } from './month-bars.tsx'

interface Props {
  readonly publication: Publication
  readonly years: readonly CountedYear[]
}

/** Every year that has stories, the latest first. */
export function ArchiveView({ publication, years }: Props) {
  const most = Math.max(...years.flatMap(({ months }) => months.map(({ count }) => count)))
  const total = years.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="wrap">
      <PageHead title="Archive" description={`All that ${publication.name} has published, by year, month and day.`}>
        {total > 0 && <p className="meta mt-3">{formatCount(total, 'story', 'stories', publication)}</p>}
      </PageHead>
      {years.length === 0 && <p className="py-10 text-quiet">Nothing is published here yet.</p>}
      {years.map(({ period, count, months }) => (
        <section
          key={period}
          aria-labelledby={`year-${period}`}
          className="border-hair pt-6 pb-8 not-first-of-type:border-t lg:grid lg:grid-cols-[10rem_minmax(0,1fr)] lg:gap-x-10"
        >
          <div className="mb-5 flex items-baseline justify-between gap-4 lg:block">
            <h2 id={`year-${period}`} className="text-d5 font-semibold tabular-nums">
              <a className="headlink" href={hrefOf(period)}>
                {nameOf(period, publication.locale)}
              </a>
            </h2>
            <p className="meta">{formatCount(count, 'story', 'stories', publication)}</p>
          </div>
          <MonthBars months={months} most={most} place={publication} />
        </section>
      ))}
    </div>
  )
}
