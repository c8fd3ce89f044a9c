import { formatCount } from '#components/text/format.ts'
import { firstDayOfWeek, nameOf } from '#lib/content/calendar/names.ts'
import { hrefOf } from '#lib/content/calendar/period.ts'
import type { Publication } from '#lib/content/model.ts'
import type { ArchiveYear, Counted } from '#lib/content/queries/archive.ts'
import { ArchiveHead } from './archive-head.tsx'
import { BusyTopics } from './busy-topics.tsx'
import { HEAT_HEIGHT, HEAT_WIDTH, heatOf } from './heat.ts'
import { Stepper } from './stepper.tsx'

interface Props {
  readonly publication: Publication
  readonly year: ArchiveYear
}

/** A year as twelve small calendars, whose days are darker the more stories they have. */
export function YearView({ publication, year }: Props) {
  const { locale } = publication
  const most = Math.max(...year.months.flatMap(({ days }) => days.map(({ count }) => count)))
  return (
    <div className="wrap">
      <ArchiveHead publication={publication} page={year} />
      <Stepper page={year} locale={locale} label="Other years" />
      <ol className="ruled mt-8 grid-cols-2 md:grid-cols-3 lg:grid-cols-4">
        {year.months.map(({ period, count, days }) => (
          <li key={period}>
            <h2 className="text-d2 font-semibold">
              {count === 0 ? (
                <span className="text-quiet">{nameOf(period, locale, 'long')}</span>
              ) : (
                <a className="headlink stretched" href={hrefOf(period)}>
                  {nameOf(period, locale, 'long')}
                </a>
              )}
            </h2>
            <p className="meta">{count === 0 ? 'No stories' : formatCount(count, 'story', 'stories', publication)}</p>
            <Heat month={period} days={days} most={most} locale={locale} />
          </li>
        ))}
      </ol>
      <BusyTopics topics={year.topics} place={publication} />
    </div>
  )
}

const SHADES = [
  'fill-hair opacity-50',
  'fill-ink opacity-20',
  'fill-ink opacity-40',
  'fill-ink opacity-60',
  'fill-ink opacity-85',
]

interface HeatProps {
  readonly month: string
  readonly days: readonly Counted[]
  readonly most: number
  readonly locale: string
}

function Heat({ month, days, most, locale }: HeatProps) {
  return (
    <svg className="mt-3 block w-full max-w-44" viewBox={`0 0 ${HEAT_WIDTH} ${HEAT_HEIGHT}`} aria-hidden="true">
      {heatOf(month, days, most, firstDayOfWeek(locale)).map(({ shade, path }) => (
        <path key={shade} className={SHADES[shade]} d={path} />
      ))}
    </svg>
  )
}
