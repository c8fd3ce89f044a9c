import type { NewsletterPlan } from '../../content/queries/newsletters.ts'
import { getNewsletterPlans } from '../../content/queries/newsletters.ts'
import { didYouMean } from '../../content/suggest.ts'
import type { Log } from '../../content/sync/log.ts'
import type { Newsletters } from '../../newsletter/open.ts'
import type { Settings } from '../../settings.ts'

/** What every command has at hand. */
export interface Context extends Newsletters {
  readonly site: Settings
  /** For people, on standard error. */
  readonly log: Log
  /** When the command began, in milliseconds since the epoch. */
  readonly now: number
  /** Aborts when the command is to end. */
  readonly signal: AbortSignal
}

/** What a command came to: `text` for people, `data` for programs, and the exit code. */
export interface Answer {
  readonly text: string
  readonly data: unknown
  /** 0 when it was done, 1 when there was a reason not to do it, or not all of it is done. */
  readonly code: 0 | 1
}

/** A newsletter by its slug. @throws when there is none */
export async function planOf(slug: string): Promise<NewsletterPlan> {
  const plans = await getNewsletterPlans()
  const plan = plans.find((one) => one.slug === slug)
  if (plan !== undefined) return plan
  const slugs = plans.map((one) => one.slug)
  const known = slugs.length === 0 ? 'There are none.' : `There are: ${slugs.join(', ')}.`
  throw new Error(`There is no newsletter "${slug}"${didYouMean(slug, slugs)}. ${known}`)
}

/** `1 reader`, `2 readers`. */
export const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** A moment as it is in a zone: `2026-11-24 06:30`. */
export const momentIn = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(ms)
