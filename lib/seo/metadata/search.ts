import type { Metadata } from 'next'
import type { Publication } from '../../content/model.ts'
import type { SearchAnswer } from '../../search/model.ts'
import { absolute } from '../addresses.ts'
import { SEARCH_ADDRESS, SEARCH_JSON_ADDRESS, searchAddress } from '../search/address.ts'
import { describe } from './describe.ts'

/** As much of a search as a title has room for, in characters. */
const MOST_OF_TITLE = 60

/**
 * The head of a search, which no search engine should keep: there is nothing in it that has no page of its own. Its one
 * address leaves out the moment of the visit.
 */
export function describeSearch(publication: Publication, { request, page, pages, until }: SearchAnswer): Metadata {
  const q = Array.from(request.q.trim().replace(/\s+/g, ' ')).slice(0, MOST_OF_TITLE).join('')
  const at = (number: number) => absolute(publication.url, searchAddress({ ...request, page: number, until }))
  const href = searchAddress({ ...request, page, until: null })
  const asked = q === '' ? 'Search' : `Search: ${q}`
  return {
    ...describe(publication, {
      title: page > 1 ? `${asked}, page ${page}` : asked,
      description: `Search all stories of ${publication.name}.`,
      href: q === '' ? SEARCH_ADDRESS : href,
      listed: false,
      ...(q !== '' && {
        forms: { 'application/json': searchAddress({ ...request, page, until }, SEARCH_JSON_ADDRESS) },
      }),
    }),
    pagination: { previous: page > 1 ? at(page - 1) : null, next: page < pages ? at(page + 1) : null },
  }
}
