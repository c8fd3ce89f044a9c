import type { Catalog } from '../content/catalog/catalog.ts'
import type { Facts, Names } from '../content/catalog/facts.ts'
import type { Counted } from './filter.ts'
import type { Facet, Facets, SearchRequest } from './model.ts'

/** Authors that are offered. */
const MOST_AUTHORS = 10

/** How plain news is called, which has no label of its own on a card. */
const NEWS = 'News'

/** The filters that an answer offers, those with most stories first, years with the latest first. */
export function facetsOf(counted: Counted, facts: Facts, catalog: Catalog, request: SearchRequest): Facets {
  const { sections, kinds } = catalog.site
  const author = (slug: string) => catalog.entries.byline(slug) ?? slug
  return {
    sections: offered(counted.sections, facts.sections, request.section, (slug) => sections.get(slug)?.title ?? slug),
    kinds: offered(counted.kinds, facts.kinds, request.kind, (kind) => nameOfKind(kind, kinds.get(kind))),
    authors: offered(counted.authors, facts.authors, request.author, author, MOST_AUTHORS),
    years: yearsOf(counted.years, request.year),
  }
}

const nameOfKind = (kind: string, label: string | null | undefined): string => label ?? (label === null ? NEWS : kind)

/** @param wanted what the request asks for: it is offered whatever it counts, so that it can be taken back */
function offered(
  counts: ReadonlyMap<number, number>,
  { names }: Names,
  wanted: string | null,
  labelOf: (value: string) => string,
  most = Number.POSITIVE_INFINITY,
): Facet[] {
  const values = Array.from(counts, ([number, count]) => ({ value: names[number] ?? '', count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .filter(({ value }, at) => at < most || value === wanted)
  if (wanted !== null && !values.some(({ value }) => value === wanted)) values.push({ value: wanted, count: 0 })
  return values.map((each) => ({ ...each, label: labelOf(each.value), selected: each.value === wanted }))
}

function yearsOf(counts: ReadonlyMap<number, number>, wanted: number | null): Facet[] {
  const years = new Map(counts)
  if (wanted !== null && !years.has(wanted)) years.set(wanted, 0)
  return Array.from(years, ([year, count]) => ({
    value: String(year),
    label: String(year),
    count,
    selected: year === wanted,
  })).sort((one, other) => Number(other.value) - Number(one.value))
}
