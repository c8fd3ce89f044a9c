const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** A newsletter's schedule (`weekly sunday 08:00`) in words: “Every Sunday at 8:00 AM”. */
export function describeSchedule(schedule: string, locale: string): string {
  const [often = '', ...rest] = schedule.split(' ')
  const [hour = 0, minute = 0] = (rest.at(-1) ?? '').split(':').map(Number)
  const time = format(locale, { hour: 'numeric', minute: '2-digit' }, Date.UTC(2023, 0, 1, hour, minute))
  if (often === 'daily') return `Every day at ${time}`
  if (often === 'weekdays') return `Monday to Friday at ${time}`
  // 1 January 2023 was a Sunday.
  const day = format(locale, { weekday: 'long' }, Date.UTC(2023, 0, 1 + DAYS.indexOf(rest[0] ?? '')))
  return `Every ${day} at ${time}`
}

const format = (locale: string, parts: Intl.DateTimeFormatOptions, ms: number) =>
  new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(ms)
