import type { IssueContent } from '../model.ts'

/** Times and names as a publication writes them. @param locale a BCP 47 tag @param timeZone an IANA name */
export interface Place {
  readonly locale: string
  readonly timeZone: string
}

/** A moment (milliseconds) in words: “November 25, 2026 at 6:30 AM EST”. */
export const momentIn = (ms: number, { locale, timeZone }: Place): string =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(ms)

/** Names in a row: “A, B, and C”. */
export const listIn = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)

/** Why somebody gets an issue. @param siteUrl where they signed up */
export const reasonFor = ({ title }: Pick<IssueContent, 'title'>, siteUrl: string): string =>
  `You get ${title} because you asked for it at ${new URL(siteUrl).host} and confirmed your address.`

/** What is true of every mail. */
export const NOTHING_COUNTED = 'This mail has no tracking pixel, and its links lead straight to where they say.'

/** Who publishes, and where they get letters. */
export const imprintOf = ({ publisher, address }: { publisher: string; address: string | null }): string =>
  [publisher, address].filter((part) => part !== null).join(', ')

/** How long a story takes to read: “4 min”. */
export const minutesIn = (minutes: number): string => `${minutes}\u00a0min`

/** “By Jo March · 4 min” */
export const signature = ({ byline, minutes }: { byline: string | null; minutes: number }): string =>
  [...(byline === null ? [] : [byline]), minutesIn(minutes)].join(' · ')

/** That an issue has more stories than a mail shows; null where it has not. */
export function moreOnTheWeb(hidden: number): string | null {
  if (hidden === 0) return null
  return hidden === 1
    ? 'One more story of this issue is on the web'
    : `${hidden} more stories of this issue are on the web`
}
