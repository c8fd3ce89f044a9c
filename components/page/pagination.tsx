import { dayOf, formatTime } from '#components/text/format.ts'
import type { Paged, Publication, Story } from '#lib/content/model.ts'

interface Props {
  readonly stories: Paged<Story>
  readonly place: Pick<Publication, 'locale' | 'timeZone'>
  /** The address of the list. */
  readonly href: string
}

/** The ways on from one page of a list: to newer stories, to older ones, and to the archive of that time. */
export function Pagination({ stories: { items, newer, older }, place, href }: Props) {
  const last = items.at(-1)
  if ((newer === null && older === null) || last === undefined) return null
  const { ms } = last.published
  const [year, month] = dayOf(ms, place.timeZone).split('-')
  const step = 'link inline-block min-w-16 px-2 py-2'
  return (
    <nav
      aria-label="Pages"
      className="meta mt-12 grid grid-cols-[1fr_auto_1fr] items-center gap-1 border-hair border-t pt-5"
    >
      {newer !== null && (
        <a className={`${step} col-start-1 justify-self-start`} href={href + newer} rel="prev">
          Newer
        </a>
      )}
      <a className="headlink col-start-2 inline-block px-2 py-2 text-center" href={`/archive/${year}/${month}`}>
        All of {formatTime(ms, 'month', place)}
      </a>
      {older !== null && (
        <a className={`${step} col-start-3 justify-self-end text-right`} href={href + older} rel="next">
          Older
        </a>
      )}
    </nav>
  )
}
