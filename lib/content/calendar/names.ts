import type { Publication } from '../model.ts'
import type { ArchiveDay } from '../queries/archive.ts'
import type { Period } from './period.ts'

/** Where and in which language times are written. */
type Place = Pick<Publication, 'locale' | 'timeZone'>

const FORMS = {
  /** “2022”, “April 2022”, “April 2, 2022” */
  full: [{ year: 'numeric' }, { year: 'numeric', month: 'long' }, { year: 'numeric', month: 'long', day: 'numeric' }],
  /** “2022”, “April 2022”, “Saturday, April 2, 2022” */
  title: [
    { year: 'numeric' },
    { year: 'numeric', month: 'long' },
    { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  ],
  /** “2022”, “April”, “Saturday, April 2” */
  long: [{ year: 'numeric' }, { month: 'long' }, { weekday: 'long', month: 'long', day: 'numeric' }],
  /** “2022”, “Apr”, “2” */
  short: [{ year: 'numeric' }, { month: 'short' }, { day: 'numeric' }],
} as const satisfies Record<string, readonly Intl.DateTimeFormatOptions[]>

type NameForm = keyof typeof FORMS

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  // Addresses count years as the Gregorian calendar does, so the names on their pages must too.
  const made = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options })
  formatters.set(key, made)
  return made
}

/** A period in words. @param locale a BCP 47 tag */
export function nameOf(period: Period, locale: string, form: NameForm = 'full'): string {
  const kind = (period.length - 4) / 3
  const [year, month = '01', day = '01'] = period.split('-')
  return formatter(locale, FORMS[form][kind] ?? {}).format(Date.parse(`${year}-${month}-${day}T12:00:00Z`))
}

/** On which day a week begins where a language is spoken, from 1 for Monday to 7. @param locale a BCP 47 tag */
export const firstDayOfWeek = (locale: string): number => new Intl.Locale(locale).getWeekInfo().firstDay

/** The names of the days of a week from its first on, each in full and at its shortest. @param locale a BCP 47 tag */
export function weekdays(locale: string): { readonly long: string; readonly short: string }[] {
  const first = firstDayOfWeek(locale)
  return Array.from({ length: 7 }, (_, after) => {
    // January 1, 2024 was a Monday.
    const day = Date.UTC(2024, 0, first + after)
    return {
      long: formatter(locale, { weekday: 'long' }).format(day),
      short: formatter(locale, { weekday: 'short' }).format(day),
    }
  })
}

/** The time of day of a moment (milliseconds): “3:04 PM”. */
export const hourOf = (ms: number, { locale, timeZone }: Place): string =>
  formatter(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(ms)

/** Where a later page of a day begins: “From 3:04 PM”; null for the first one. */
export function stretchOf(
  { query, stories }: Pick<ArchiveDay, 'query' | 'stories'>,
  publication: Place,
): string | null {
  const [first] = stories
  return query === '' || first === undefined ? null : `From ${hourOf(first.published.ms, publication)}`
}
