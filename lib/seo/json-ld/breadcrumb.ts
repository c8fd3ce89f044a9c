import type { BreadcrumbList } from 'schema-dts'
import type { Publication } from '../../content/model.ts'
import { absolute } from '../addresses.ts'
import { stretchOf } from '../list-page.ts'
import { idOf } from './ids.ts'

/** A page on the way from the front to another one. */
export interface Crumb {
  readonly name: string
  readonly href: string
}

/** An older page of a list, below the list itself. @param upTo when its newest story was published, in milliseconds */
export function pageCrumb(publication: Publication, upTo: number, href: string): Crumb {
  const stretch = stretchOf(upTo, publication)
  return { name: stretch.charAt(0).toUpperCase() + stretch.slice(1), href }
}

/**
 * The way from the front to a page.
 * @param trail the pages below the front, the page itself at the end; its own step needs no address
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumb(
  publication: Publication,
  trail: readonly [...Crumb[], Crumb],
): Exclude<BreadcrumbList, string> {
  const steps = [{ name: publication.name, href: '/' }, ...trail]
  const page = trail[trail.length - 1] as Crumb
  return {
    '@type': 'BreadcrumbList',
    '@id': idOf(publication, page.href, 'breadcrumb'),
    itemListElement: steps.map((step, before) => ({
      '@type': 'ListItem',
      position: before + 1,
      name: step.name,
      item: step === page ? undefined : absolute(publication.url, step.href),
    })),
  }
}
