import type { IdReference } from 'schema-dts'
import type { Publication } from '../../content/model.ts'
import { absolute } from '../addresses.ts'

/**
 * The name of a thing in every graph of the site: the address of the page that tells most of it, and what it is there.
 * @param part nothing for the page itself
 * @see https://www.w3.org/TR/json-ld11/#node-identifiers
 */
export const idOf = (
  { url }: Pick<Publication, 'url'>,
  href: string,
  part?: 'article' | 'breadcrumb' | 'edition' | 'list' | 'organization' | 'person' | 'series' | 'website',
): string => absolute(url, href) + (part ? `#${part}` : '')

/** Names a thing that is described elsewhere. */
export const reference = (id: string): IdReference => ({ '@id': id })
