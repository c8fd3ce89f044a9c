import type { SearchAnswer } from '#lib/search/model.ts'
import { searchAddress } from '#lib/seo/search/address.ts'

/** The ways to the pages before and behind this one, which are of the same moment: nothing moves between them. */
export function SearchPages({ answer }: { readonly answer: SearchAnswer }) {
  const { request, page, pages, until } = answer
  if (pages < 2) return null
  const at = (number: number) => searchAddress({ ...request, page: number, until })
  const step = 'link inline-block min-w-16 px-2 py-2'
  return (
    <nav
      aria-label="Pages"
      className="meta mt-12 grid grid-cols-[1fr_auto_1fr] items-center gap-1 border-hair border-t pt-5"
    >
      {page > 1 && (
        <a className={`${step} col-start-1 justify-self-start`} href={at(page - 1)} rel="prev nofollow">
          Previous
        </a>
      )}
      <span className="col-start-2 px-2 tabular-nums">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a className={`${step} col-start-3 justify-self-end text-right`} href={at(page + 1)} rel="next nofollow">
          Next
        </a>
      )}
    </nav>
  )
}
