import { Magnifier } from './magnifier.tsx'
import { MOST_TYPED } from './site-search.tsx'

interface Props {
  readonly name: string
  readonly q: string
  /** Kept when other words are searched for, as nobody changes it by that. */
  readonly sort: string
}

/** The head of the page: its name, and the form with what was searched for. */
export function SearchHead({ name, q, sort }: Props) {
  return (
    <header className="border-ink border-b-2 pt-8 pb-7 lg:pt-12">
      <h1 className="text-d6 font-semibold">Search</h1>
      <search>
        <form action="/search" className="mt-5 flex max-w-[46rem]">
          <input
            className="min-w-0 grow appearance-none rounded-none border border-quiet bg-paper px-4 py-2.5 text-d2 text-ink placeholder:text-quiet sm:px-5 sm:py-3"
            type="search"
            name="q"
            defaultValue={q}
            aria-label={`Search ${name}`}
            placeholder="Words, names, “a phrase”"
            maxLength={MOST_TYPED}
            autoComplete="off"
            enterKeyHint="search"
          />
          {sort !== 'relevance' && <input type="hidden" name="sort" value={sort} />}
          <button
            className="flex shrink-0 items-center gap-2 border border-ink bg-ink px-4 font-sans text-small font-semibold text-paper hover:underline sm:px-6"
            type="submit"
          >
            <Magnifier />
            <span className="max-sm:sr-only">Search</span>
          </button>
        </form>
      </search>
    </header>
  )
}
