import { Magnifier } from './magnifier.tsx'

/** As much as is read of a search; see `lib/search`. */
export const MOST_TYPED = 200

interface Props {
  /** What is searched, for whoever does not see the form. */
  readonly name: string
  readonly className?: string
}

/** The small form at the head of every page. It works without any script, as all forms do. */
export function SiteSearch({ name, className = '' }: Props) {
  return (
    <search className={className}>
      <form action="/search" className="site-search">
        <input
          className="site-search-field"
          type="search"
          name="q"
          aria-label={`Search ${name}`}
          placeholder="Search"
          maxLength={MOST_TYPED}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button className="site-search-button" type="submit" aria-label="Search">
          <Magnifier />
        </button>
      </form>
    </search>
  )
}

/** The way to the page for searches, where there is no room for a form. */
export function SearchLink({ className = '' }: { readonly className?: string }) {
  return (
    <a className={`search-link ${className}`} href="/search" aria-label="Search">
      <Magnifier />
    </a>
  )
}
