import { formatCount } from '#components/text/format.ts'
import type { Publication } from '#lib/content/model.ts'
import type { SearchAnswer, Sort } from '#lib/search/model.ts'
import { changed, searchAddress } from '#lib/seo/search/address.ts'
import { ActiveFilters } from './active-filters.tsx'
import { Filters } from './filters.tsx'
import { HitCard } from './hit-card.tsx'
import { Marked } from './marked.tsx'
import { NothingFound } from './nothing-found.tsx'
import { SearchPages } from './search-pages.tsx'

interface Props {
  readonly publication: Publication
  readonly answer: SearchAnswer
  /** What of the address was not understood, as sentences. */
  readonly misread: readonly string[]
}

const SORTS: readonly (readonly [Sort, string])[] = [
  ['relevance', 'Best match'],
  ['newest', 'Newest'],
]

/** What was found, beside the ways to narrow it. */
export function Results({ publication, answer, misread }: Props) {
  const { total, hits, request } = answer
  const found = total === 0 ? 'No stories' : formatCount(total, 'story', 'stories', publication)
  return (
    <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="min-w-0 pt-6">
        <h2 className="text-d3 font-medium">
          {found} for <q className="break-words">{request.q.trim()}</q>
        </h2>
        <Remarks answer={answer} misread={misread} />
        <ActiveFilters answer={answer} />
      </div>
      <div className="pt-5 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:pt-7">
        <Filters answer={answer} place={publication} />
      </div>
      <div className="min-w-0">
        {total > 1 && <Sorts answer={answer} />}
        {hits.length > 0 && (
          <div className="stacked pt-5">
            {hits.map((hit) => (
              <HitCard key={hit.story.slug} hit={hit} place={publication} />
            ))}
          </div>
        )}
        {total === 0 && <NothingFound publication={publication} answer={answer} />}
        <SearchPages answer={answer} />
      </div>
    </div>
  )
}

/** What the reader may have meant, and what was not understood. */
function Remarks({ answer: { request, suggestion, notices }, misread }: Omit<Props, 'publication'>) {
  return (
    <>
      {suggestion && (
        <p className="mt-3 text-body">
          Did you mean{' '}
          <a className="suggestion link" href={searchAddress(changed(request, { q: suggestion.q }))} rel="nofollow">
            <Marked runs={suggestion.marked} />
          </a>
          ?
        </p>
      )}
      {[...notices, ...misread].map((notice) => (
        <p key={notice} className="meta mt-2">
          {notice}
        </p>
      ))}
    </>
  )
}

function Sorts({ answer: { request } }: Pick<Props, 'answer'>) {
  return (
    <nav aria-label="Order" className="meta mt-5 border-hair border-b pb-1.5">
      <ul className="flex gap-5">
        {SORTS.map(([sort, label]) => (
          <li key={sort}>
            <a
              className="headlink inline-block py-1 aria-[current]:font-semibold aria-[current]:text-ink"
              href={searchAddress(changed(request, { sort }))}
              rel="nofollow"
              aria-current={request.sort === sort ? 'true' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
