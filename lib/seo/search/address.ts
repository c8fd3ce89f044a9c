import { EMPTY, type SearchRequest } from '../../search/model.ts'

export const SEARCH_ADDRESS = '/search'
export const SEARCH_JSON_ADDRESS = '/search.json'

/** The part of an address after `?`, by name; a name that is repeated has all its values. */
export type Given = Readonly<Record<string, string | readonly string[] | undefined>>

/** A parameter that says nothing that can be searched for. */
export interface Misread {
  readonly parameter: string
  /** What would be right, as a sentence. */
  readonly why: string
}

const MOST_LETTERS = 100

/**
 * Reads what an address searches for. What cannot be read is as if it were not there: a reader gets the rest, with a word
 * about it, and a program is told.
 * @param given as Next has it, or from `URLSearchParams`
 */
export function readSearch(given: Given): { readonly request: SearchRequest; readonly misread: readonly Misread[] } {
  const misread: Misread[] = []
  /** The one value of a name that passes, or null where there is none. */
  const read = (parameter: string, passes: (value: string) => boolean, why: string): string | null => {
    const values = [given[parameter] ?? []].flat()
    const [value = ''] = values
    if (values.length > 1)
      misread.push({ parameter, why: `“${parameter}” is given more than once; only one can count.` })
    if (value === '' || passes(value)) return value === '' ? null : value
    misread.push({ parameter, why })
    return null
  }
  const name = (parameter: string) =>
    read(
      parameter,
      (value) => value.length <= MOST_LETTERS,
      `“${parameter}” must have ${MOST_LETTERS} characters at most.`,
    )
  const four = /^\d{4}$/
  const count = /^[1-9]\d{0,5}$/
  const sort = read('sort', isSort, '“sort” must be “relevance” or “newest”.')
  const request: SearchRequest = {
    q: read('q', () => true, '') ?? '',
    section: name('section'),
    kind: name('kind'),
    author: name('author'),
    year: numberOf(read('year', (year) => four.test(year), '“year” must have four digits, such as 2022.')),
    sort: sort === 'newest' ? sort : EMPTY.sort,
    page: numberOf(read('page', (page) => count.test(page), '“page” must be a number from 1 on.')) ?? 1,
    until: read('until', () => true, ''),
  }
  return { request, misread }
}

const isSort = (value: string): boolean => value === 'relevance' || value === 'newest'
const numberOf = (digits: string | null): number | null => (digits === null ? null : Number(digits))

/**
 * Where a search is to be found: each has one way to be written. What the address would say anyway is left out.
 * @param path `SEARCH_ADDRESS` or `SEARCH_JSON_ADDRESS`
 * @returns a path with its query
 * @see https://url.spec.whatwg.org/#urlencoded-serializing
 */
export function searchAddress(search: Partial<SearchRequest>, path: string = SEARCH_ADDRESS): string {
  const { q, section, kind, author, year, sort, page, until } = { ...EMPTY, ...search }
  const written = Object.entries({ q, section, kind, author, year, sort, page, until }).filter(
    ([name, value]) => value !== EMPTY[name as keyof SearchRequest],
  )
  const query = new URLSearchParams(written.map(([name, value]) => [name, String(value)]))
  return query.size === 0 ? path : `${path}?${query}`
}

/** The same search from its first page on, asked anew, with something else in it. */
export const changed = (request: SearchRequest, change: Partial<SearchRequest>): SearchRequest => ({
  ...request,
  page: 1,
  until: null,
  ...change,
})
