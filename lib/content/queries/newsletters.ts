import type { Catalog } from '../catalog/catalog.ts'
import type { Entry } from '../catalog/entries.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Newsletter, NewsletterRef } from '../model.ts'
import { describeSchedule } from '../schedule.ts'
import { toBody } from './body.ts'

export const toNewsletterRef = ({ slug, title, description }: Entry<'newsletters'>): NewsletterRef => ({
  slug,
  title,
  description,
  href: `/newsletters/${slug}`,
})

const toNewsletter = (catalog: Catalog, newsletter: Entry<'newsletters'>): Newsletter => ({
  ...toNewsletterRef(newsletter),
  schedule: describeSchedule(newsletter.schedule, catalog.site.publication.locale),
  pitch: toBody(catalog, newsletter.body),
})

/** All newsletters, in the order of their files. */
export async function getNewsletters(): Promise<Newsletter[]> {
  const catalog = await open()
  return catalog.entries('newsletters').map((newsletter) => toNewsletter(catalog, newsletter))
}

/** What a block in a story needs of each newsletter, in the order of their files. */
export const getNewsletterRefs = async (): Promise<NewsletterRef[]> =>
  (await open()).entries('newsletters').map(toNewsletterRef)

export async function getNewsletter(slug: string): Promise<Newsletter | null> {
  const catalog = await open()
  const newsletter = catalog.entry('newsletters', slug)
  return newsletter && toNewsletter(catalog, newsletter)
}
