import type { Moment, Publication } from '#lib/content/model.ts'

/** Where and in which language times and names are written: the publication's own zone, for every reader. */
export type Place = Pick<Publication, 'locale' | 'timeZone'>

const FORMS = {
  /** “April 2, 2022 at 3:04 PM EDT” */
  moment: { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  /** “April 2, 2022” */
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  /** “Apr 2, 3:04 PM” */
  clock: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  /** “April 2022” */
  month: { year: 'numeric', month: 'long' },
  /** “2022-04-02” in Canada */
  digits: { year: 'numeric', month: '2-digit', day: '2-digit' },
  /** “Saturday, April 2, 2022” */
  today: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type TimeForm = keyof typeof FORMS

// Making a formatter costs more than a thousand uses of it; a process meets one or two places and four forms.
const clocks = new Map<string, Intl.DateTimeFormat>()
const lists = new Map<string, Intl.ListFormat>()

function formatter(form: TimeForm, place: Place): Intl.DateTimeFormat {
  const key = `${form} ${place.locale} ${place.timeZone}`
  const known = clocks.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(place.locale, { ...FORMS[form], timeZone: place.timeZone })
  clocks.set(key, made)
  return made
}

/** Joins names as a locale does: “A, B, and C”. */
export function formatterOfNames(locale: string): Intl.ListFormat {
  const known = lists.get(locale)
  if (known) return known
  const made = new Intl.ListFormat(locale, { type: 'conjunction' })
  lists.set(locale, made)
  return made
}

export function formatTime(ms: number, form: TimeForm, place: Place): string {
  return formatter(form, place).format(ms)
}

export function formatMoment(moment: Moment, form: TimeForm, place: Place): string {
  return formatTime(moment.ms, form, place)
}

export function formatCount(count: number, one: string, many: string, place: Place): string {
  return `${count.toLocaleString(place.locale)} ${count === 1 ? one : many}`
}

/** The day of a moment in a zone, as machines read it: “2022-04-02”. */
export function dayOf(ms: number, timeZone: string): string {
  return formatTime(ms, 'digits', { locale: 'en-CA', timeZone })
}
