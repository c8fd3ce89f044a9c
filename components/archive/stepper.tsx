import { nameOf } from '#lib/content/calendar/names.ts'
import { hrefOf } from '#lib/content/calendar/period.ts'
import type { ArchivePage } from '#lib/content/queries/archive.ts'

interface Props {
  readonly page: ArchivePage
  readonly locale: string
  /** What tells it from another one on the page. */
  readonly label: string
}

/** To the nearest periods before and after that have stories. */
export function Stepper({ page: { previous, next }, locale, label }: Props) {
  if (previous === null && next === null) return null
  return (
    <nav aria-label={label} className="meta flex flex-wrap justify-between gap-x-6 border-hair border-b py-1">
      {previous !== null && (
        <a className="headlink inline-block py-2" href={hrefOf(previous)} rel="prev">
          <span aria-hidden="true">← </span>
          <span className="sr-only">Before: </span>
          {nameOf(previous, locale)}
        </a>
      )}
      {next !== null && (
        <a className="headlink ml-auto inline-block py-2" href={hrefOf(next)} rel="next">
          <span className="sr-only">After: </span>
          {nameOf(next, locale)}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  )
}
