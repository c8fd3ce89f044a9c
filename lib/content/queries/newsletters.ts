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

/** What an issue takes: each list that has members limits it to these, and a story must keep to all of them. */
export type Selection = Entry<'newsletters'>['selection']

/** What it takes to make issues of a newsletter. */
export interface NewsletterPlan {
  readonly slug: string
  readonly title: string
  /** Whom its mails are from, as mail programs show it. */
  readonly sender: string
  /** As its file gives it: `weekly sunday 08:00`, in `timeZone`. */
  readonly schedule: string
  readonly selection: Selection
  /** Of the publication: a BCP 47 tag, and an IANA name. */
  readonly locale: string
  readonly timeZone: string
}

function toPlan(catalog: Catalog, { slug, title, sender, schedule, selection }: Entry<'newsletters'>): NewsletterPlan {
  const { name, locale, timeZone } = catalog.site.publication
  const named = title.includes(name) ? title : `${name} ${title}`
  return { slug, title, sender: sender ?? named, schedule, selection, locale, timeZone }
}

const toNewsletter = (catalog: Catalog, newsletter: Entry<'newsletters'>): Newsletter => ({
  ...toNewsletterRef(newsletter),
  schedule: describeSchedule(newsletter.schedule, catalog.site.publication.locale),
  pitch: toBody(catalog, newsletter.body),
})

/** All newsletters, in the order of their files. */
export async function getNewsletters(): Promise<Newsletter[]> {
  const catalog = await open()
  return catalog.entries.all('newsletters').map((newsletter) => toNewsletter(catalog, newsletter))
}

/** What a block in a story needs of each newsletter, in the order of their files. */
export const getNewsletterRefs = async (): Promise<NewsletterRef[]> =>
  (await open()).entries.all('newsletters').map(toNewsletterRef)

export async function getNewsletter(slug: string): Promise<Newsletter | null> {
  const catalog = await open()
  const newsletter = catalog.entries.find('newsletters', slug)
  return newsletter && toNewsletter(catalog, newsletter)
}

/** When and of what issues are made, of every newsletter. */
export async function getNewsletterPlans(): Promise<NewsletterPlan[]> {
  const catalog = await open()
  return catalog.entries.all('newsletters').map((newsletter) => toPlan(catalog, newsletter))
}

/** The same of one; null where there is no such newsletter. */
export async function getNewsletterPlan(slug: string): Promise<NewsletterPlan | null> {
  const catalog = await open()
  const newsletter = catalog.entries.find('newsletters', slug)
  return newsletter && toPlan(catalog, newsletter)
}
