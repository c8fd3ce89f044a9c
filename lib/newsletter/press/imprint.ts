import { getNewsletterPlans } from '../../content/queries/newsletters.ts'
import { getPublication } from '../../content/queries/publication.ts'
import { domainOf } from '../post/sender.ts'
import type { NewsletterSettings } from '../settings.ts'

/** What mails say of who sends them. */
export interface Imprint {
  readonly name: string
  /** The public address of the site, without a trailing slash. */
  readonly url: string
  readonly locale: string
  readonly timeZone: string
  /** The publisher's name, and the postal address if `site.yaml` has one. */
  readonly publisher: string
  readonly address: string | null
  /** Titles of the newsletters, by slug. */
  readonly titles: ReadonlyMap<string, string>
}

/** The same as the content folder has it now. @throws {ContentNotReady} */
export async function readImprint(): Promise<Imprint> {
  const { name, url, locale, timeZone, publisher } = await getPublication()
  const plans = await getNewsletterPlans()
  const titles = new Map(plans.map(({ slug, title }) => [slug, title]))
  return { name, url, locale, timeZone, publisher: publisher.name, address: publisher.address, titles }
}

/** The address that mails come from: the one that is set, else one at the site's host. */
export const senderAddress = ({ mailFrom }: Pick<NewsletterSettings, 'mailFrom'>, siteUrl: string): string =>
  mailFrom ?? `newsletters@${domainOf(siteUrl)}`
