import { formatCount, type Place } from '#components/text/format.ts'
import type { Facet, SearchAnswer, SearchRequest } from '#lib/search/model.ts'
import { changed, searchAddress } from '#lib/seo/search/address.ts'

type Filter = 'section' | 'kind' | 'author' | 'year'

interface Group {
  readonly filter: Filter
  readonly title: string
  readonly facets: readonly Facet[]
}

/** What an answer can be narrowed by, in the order of the page. */
export const groupsOf = ({ facets }: Pick<SearchAnswer, 'facets'>): readonly Group[] => [
  { filter: 'section', title: 'Section', facets: facets.sections },
  { filter: 'kind', title: 'Kind', facets: facets.kinds },
  { filter: 'year', title: 'Year', facets: facets.years },
  { filter: 'author', title: 'Author', facets: facets.authors },
]

/** The address of the same search with this filter set, or with it taken away. */
export const filtered = (request: SearchRequest, filter: Filter, value: string | null): string =>
  searchAddress(changed(request, { [filter]: filter === 'year' && value !== null ? Number(value) : value }))

interface Props {
  readonly answer: SearchAnswer
  readonly place: Place
}

/**
 * Links that narrow a search, each with the number of stories that it leaves. On a phone they are closed until asked
 * for; where there is room they stand beside the stories.
 */
export function Filters({ answer, place }: Props) {
  const groups = groupsOf(answer).filter(({ facets }) => facets.length > 0)
  if (groups.length === 0) return null
  return (
    <details className="filters">
      <summary className="label">Narrow the search</summary>
      <nav
        aria-label="Narrow the search"
        className="grid grid-cols-2 gap-x-6 gap-y-7 pt-5 sm:grid-cols-4 lg:grid-cols-1"
      >
        {groups.map((group) => (
          <Choices key={group.filter} group={group} request={answer.request} place={place} />
        ))}
      </nav>
    </details>
  )
}

function Choices({ group, request, place }: { group: Group; request: SearchRequest; place: Place }) {
  const { filter, title, facets } = group
  return (
    <div>
      <p className="label border-ink border-b pb-1.5" aria-hidden="true">
        {title}
      </p>
      <ul aria-label={title} className="font-sans text-small">
        {facets.map(({ value, label, count, selected }) => (
          <li key={value} className="border-hair border-b">
            <a
              className="headlink flex items-baseline justify-between gap-3 py-1.5 aria-[current]:font-semibold"
              href={filtered(request, filter, selected ? null : value)}
              rel="nofollow"
              aria-current={selected ? 'true' : undefined}
            >
              <span className="min-w-0">{label}</span>{' '}
              <span className="text-quiet tabular-nums">
                <span aria-hidden="true">{count.toLocaleString(place.locale)}</span>
                <span className="sr-only">{formatCount(count, 'story', 'stories', place)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
