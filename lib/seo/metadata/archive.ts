import type { Metadata } from 'next'
import { nameOf, stretchOf } from '../../content/calendar/names.ts'
import { hrefOf, type Period } from '../../content/calendar/period.ts'
import type { Publication } from '../../content/model.ts'
import type { ArchiveDay, ArchivePage } from '../../content/queries/archive.ts'
import { absolute } from '../addresses.ts'
import { describe } from './describe.ts'

/** The head of the page of all years. */
export const describeArchive = (publication: Publication): Metadata =>
  describe(publication, {
    title: 'Archive',
    description: `All that ${publication.name} has published, by year, month and day.`,
    href: '/archive',
  })

type Described = ArchivePage & Partial<ArchiveDay>

/**
 * The head of a year, a month or a day, between its neighbours in time. One without stories is a page for readers who
 * step through, not one to be found. Of a day with many stories each page is between the others of that day.
 */
export function describePeriod(publication: Publication, page: Described): Metadata {
  const { period, count, query = '', earlier = null, later = null, stories = [] } = page
  const { url, locale, name } = publication
  const of = nameOf(period, locale)
  const stretch = stretchOf({ query, stories }, publication)
  const at = (neighbour: Period | null) => neighbour && absolute(url, hrefOf(neighbour))
  const within = (own: string | null) => (own === null ? null : absolute(url, hrefOf(period) + own))
  return {
    ...describe(publication, {
      title: stretch === null ? `Archive: ${of}` : `Archive: ${of}. ${stretch}`,
      description: `${of} in ${name}: ${count.toLocaleString(locale)} ${count === 1 ? 'story' : 'stories'}.`,
      href: hrefOf(period) + query,
      listed: count > 0,
    }),
    pagination: { previous: within(earlier) ?? at(page.previous), next: within(later) ?? at(page.next) },
  }
}
