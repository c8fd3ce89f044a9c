import { formatCount, type Place } from '#components/text/format.ts'
import { nameOf } from '#lib/content/calendar/names.ts'
import { hrefOf } from '#lib/content/calendar/period.ts'
import type { Counted } from '#lib/content/queries/archive.ts'

interface Props {
  readonly months: readonly Counted[]
  /** Stories of the month that has most of all. */
  readonly most: number
  readonly place: Place
}

const HEIGHT = 40

/** The twelve months of a year, each under a bar as high as it has stories. */
export function MonthBars({ months, most, place }: Props) {
  return (
    <ol className="grid grid-cols-6 gap-x-1.5 gap-y-4 md:grid-cols-12">
      {months.map(({ period, count }) => (
        <li key={period} className="relative">
          <svg
            className="block h-10 w-8 max-w-full fill-quiet opacity-60"
            viewBox={`0 0 10 ${HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {count > 0 && <path d={`M0 ${HEIGHT}v-${heightOf(count, most)}h10v${HEIGHT}z`} />}
          </svg>
          <p className="meta border-quiet border-t pt-1">
            {count === 0 ? nameOf(period, place.locale, 'short') : <MonthLink {...{ period, count, place }} />}
          </p>
          {count > 0 && (
            <p className="meta text-micro tabular-nums" aria-hidden="true">
              {count.toLocaleString(place.locale)}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function MonthLink({ period, count, place }: Counted & { readonly place: Place }) {
  const { locale } = place
  return (
    <a className="headlink stretched font-semibold text-ink" href={hrefOf(period)}>
      <span aria-hidden="true">{nameOf(period, locale, 'short')}</span>
      <span className="sr-only">{`${nameOf(period, locale)}, ${formatCount(count, 'story', 'stories', place)}`}</span>
    </a>
  )
}

/** One story can be seen. */
const heightOf = (count: number, most: number) => Math.max(1, Math.round((HEIGHT * count) / most))
