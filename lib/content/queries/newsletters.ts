import type { Catalog, Entry } from '../catalog/catalog.ts'
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

const toNewsletter = (catalog: Catalog, newsletter: Entry<'newsletters'>, now: number): Newsletter => ({
  ...toNewsletterRef(newsletter),
  schedule: describeSchedule(newsletter.schedule, catalog.publication.locale),
  pitch: toBody(catalog, newsletter.body, now),
})

/** All newsletters, in the order of their files. */
export async function getNewsletters(now: number): Promise<Newsletter[]> {
  const catalog = await open()
  return Array.from(catalog.newsletters.values(), (newsletter) => toNewsletter(catalog, newsletter, now))
}

export async function getNewsletter(slug: string, now: number): Promise<Newsletter | null> {
  const catalog = await open()
  const newsletter = catalog.newsletters.get(slug)
  return newsletter ? toNewsletter(catalog, newsletter, now) : null
}
