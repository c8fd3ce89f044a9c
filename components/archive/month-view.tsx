import { formatCount } from '#components/text/format.ts'
import { nameOf } from '#lib/content/calendar/names.ts'
import { hrefOf } from '#lib/content/calendar/period.ts'
import type { Publication } from '#lib/content/model.ts'
import type { ArchiveMonth } from '#lib/content/queries/archive.ts'
import { ArchiveHead } from './archive-head.tsx'
import { BusyTopics } from './busy-topics.tsx'
import { MonthTable } from './month-table.tsx'
import { Stepper } from './stepper.tsx'
import { StoryLines } from './story-lines.tsx'

interface Props {
  readonly publication: Publication
  readonly month: ArchiveMonth
}

/** A month as a calendar, and its stories day by day. */
export function MonthView({ publication, month }: Props) {
  const { locale } = publication
  return (
    <div className="wrap">
      <ArchiveHead publication={publication} page={month} />
      <Stepper page={month} locale={locale} label="Other months" />
      <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="pt-8 lg:sticky lg:top-0 lg:self-start">
          <MonthTable month={month.period} days={month.days} place={publication} />
          <BusyTopics topics={month.topics} place={publication} />
        </div>
        <div>
          {month.count === 0 && <p className="py-10 text-quiet">Nothing was published in this month.</p>}
          {month.days
            .filter(({ count }) => count > 0)
            .map(({ period, count, stories }) => (
              <section key={period} aria-labelledby={`day-${period}`} className="pt-8">
                <h2 id={`day-${period}`} className="border-ink border-b pb-1 text-d2 font-semibold">
                  <a className="headlink" href={hrefOf(period)}>
                    {nameOf(period, locale, 'long')}
                  </a>
                </h2>
                <StoryLines stories={stories} place={publication} level={3} />
                {count > stories.length && (
                  <p className="border-hair border-t pt-2 font-sans text-small">
                    <a className="link inline-block py-1" href={hrefOf(period)}>
                      All {formatCount(count, 'story', 'stories', publication)} of {nameOf(period, locale)}
                    </a>
                  </p>
                )}
              </section>
            ))}
        </div>
      </div>
    </div>
  )
}
