import type { Publication } from '#lib/content/model.ts'
import type { SearchAnswer } from '#lib/search/model.ts'
import { Browse } from './browse.tsx'
import { Results } from './results.tsx'
import { SearchHead } from './search-head.tsx'
import { Syntax } from './syntax.tsx'

interface Props {
  readonly publication: Publication
  readonly answer: SearchAnswer
  /** What of the address was not understood, as sentences. */
  readonly misread?: readonly string[]
}

/** The page for searches: a form, and what was found; before anything is searched for, how to. */
export function SearchView({ publication, answer, misread = [] }: Props) {
  const { q, sort } = answer.request
  return (
    <div className="wrap">
      <SearchHead name={publication.name} q={q} sort={sort} />
      {q.trim() === '' ? (
        <div className="grid gap-x-16 gap-y-12 pt-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Syntax />
          <Browse publication={publication} />
        </div>
      ) : (
        <Results publication={publication} answer={answer} misread={misread} />
      )}
    </div>
  )
}
