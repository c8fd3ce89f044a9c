import { formatCount, type Place } from '#components/text/format.ts'
import { firstDayOfWeek, nameOf, weekdays } from '#lib/content/calendar/names.ts'
import { hrefOf } from '#lib/content/calendar/period.ts'
import type { Counted } from '#lib/content/queries/archive.ts'
import { weeksOf } from './weeks.ts'

interface Props {
  readonly month: string
  readonly days: readonly Counted[]
  readonly place: Place
}

/** A month as a calendar: each day that has stories leads to them. */
export function MonthTable({ month, days, place }: Props) {
  const { locale } = place
  const most = Math.max(...days.map(({ count }) => count))
  return (
    <table className="w-full table-fixed border-collapse font-sans tabular-nums">
      <caption className="label border-ink border-b pb-2 text-left">Stories by day</caption>
      <thead>
        <tr>
          {weekdays(locale).map(({ long, short }) => (
            <th key={long} scope="col" abbr={long} className="meta py-2 text-left">
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, days, firstDayOfWeek(locale)).map((week) => (
          <tr key={week.find((day) => day !== null)?.period} className="border-hair border-t">
            {week.map((day, place_) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in a week is what it is
              <td key={place_} className="relative h-16 align-top">
                {day && <Day {...day} most={most} place={place} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ period, count, most, place }: Counted & { readonly most: number; readonly place: Place }) {
  const { locale } = place
  const number = nameOf(period, locale, 'short')
  if (count === 0) return <span className="block py-1 text-small text-quiet">{number}</span>
  return (
    <>
      <a className="headlink stretched block py-1 text-small font-semibold" href={hrefOf(period)}>
        <span aria-hidden="true">{number}</span>
        <span className="sr-only">{`${nameOf(period, locale)}, ${formatCount(count, 'story', 'stories', place)}`}</span>
      </a>
      <span className="meta block text-micro" aria-hidden="true">
        {count.toLocaleString(locale)}
      </span>
      <svg
        className="mt-1 block h-1 w-full fill-accent"
        viewBox="0 0 40 1"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect width={Math.max(2, Math.round((36 * count) / most))} height="1" />
      </svg>
    </>
  )
}
