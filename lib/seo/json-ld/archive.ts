import type { Graph } from 'schema-dts'
import { nameOf } from '../../content/calendar/names.ts'
import { around, hrefOf, type Period } from '../../content/calendar/period.ts'
import { absolute } from '../addresses.ts'
import { breadcrumb } from './breadcrumb.ts'
import { graphOf, type Site } from './graph.ts'
import { idOf, reference } from './ids.ts'
import { itemList } from './item-list.ts'
import { organization, website } from './publisher.ts'

/** A period's page, and what it leads to, in order. */
interface Listed {
  readonly period: Period
  /** Addresses: of stories, or of the periods within that have some. */
  readonly items: readonly string[]
  /** Of one of several pages: what follows the period's address, and which part of it is there. */
  readonly query?: string
  readonly stretch?: string | null
}

/**
 * What a year, a month or a day of the archive says of itself: which time it covers, and the way to it.
 * @see https://schema.org/temporalCoverage (a period in the form of ISO 8601)
 */
export function periodGraph(site: Site, { period, items, query = '', stretch = null }: Listed): Graph {
  const { publication } = site
  const { url, locale } = publication
  const href = hrefOf(period) + query
  const name = nameOf(period, locale)
  const crumb = (each: Period) => ({ name: nameOf(each, locale), href: hrefOf(each) })
  const way = [{ name: 'Archive', href: '/archive' }, ...around(period).map(crumb)]
  return graphOf(
    {
      '@type': 'CollectionPage',
      '@id': idOf(publication, href),
      url: absolute(url, href),
      name: stretch === null ? `Archive: ${name}` : `Archive: ${name}. ${stretch}`,
      inLanguage: locale,
      temporalCoverage: period,
      isPartOf: reference(idOf(publication, '/', 'website')),
      breadcrumb: reference(idOf(publication, href, 'breadcrumb')),
      mainEntity: itemList(publication, href, items),
    },
    stretch === null
      ? breadcrumb(publication, [...way, crumb(period)])
      : breadcrumb(publication, [...way, crumb(period), { name: stretch, href }]),
    organization(site),
    website(site),
  )
}
