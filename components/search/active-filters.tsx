import type { SearchAnswer } from '#lib/search/model.ts'
import { filtered, groupsOf } from './filters.tsx'

/** What narrows the search now; each goes away by following it. */
export function ActiveFilters({ answer }: { readonly answer: SearchAnswer }) {
  const active = groupsOf(answer).flatMap(({ filter, facets }) =>
    facets.filter(({ selected }) => selected).map((facet) => ({ filter, ...facet })),
  )
  if (active.length === 0) return null
  return (
    <ul aria-label="Filters" className="mt-4 flex flex-wrap gap-2 font-sans text-small">
      {active.map(({ filter, label }) => (
        <li key={filter}>
          <a
            className="inline-flex items-center gap-2 border border-hair bg-wash px-3 py-1.5 hover:border-ink"
            href={filtered(answer.request, filter, null)}
            rel="nofollow"
          >
            <span className="sr-only">Take away: </span>
            {label}
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
