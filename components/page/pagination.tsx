import { pageHref, pageNumbers } from './page-numbers.ts'

interface Props {
  readonly page: number
  readonly pages: number
  /** The address of the list. */
  readonly href: string
}

export function Pagination({ page, pages, href }: Props) {
  if (pages < 2) return null
  const step = 'link inline-block px-2 py-2'
  return (
    <nav
      aria-label="Pages"
      className="meta mt-12 flex flex-wrap items-center justify-center gap-1 border-hair border-t pt-5"
    >
      {page > 1 && (
        <a className={step} href={pageHref(href, page - 1)} rel="prev">
          Newer
        </a>
      )}
      <ol className="flex flex-wrap items-center tabular-nums">
        {pageNumbers(page, pages).map((number, position) => (
          <li key={number === 0 ? `gap ${position}` : number}>
            {number === 0 ? (
              <span className="px-2">…</span>
            ) : (
              <a
                className="headlink inline-block min-w-9 px-2 py-2 text-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline"
                href={pageHref(href, number)}
                aria-current={number === page ? 'page' : undefined}
              >
                <span className="sr-only">Page </span>
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className={step} href={pageHref(href, page + 1)} rel="next">
          Older
        </a>
      )}
    </nav>
  )
}
