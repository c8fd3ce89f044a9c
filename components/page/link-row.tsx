import { formatCount, type Place } from '#components/text/format.ts'

interface Entry {
  readonly title: string
  readonly href: string
  /** How many stories. */
  readonly count?: number
}

interface Props {
  readonly label: string
  readonly entries: readonly Entry[]
  readonly place: Place
}

/** Where else to go from a list, in a row: topics, authors, sections. Nothing where there is nowhere. */
export function LinkRow({ label, entries, place }: Props) {
  if (entries.length === 0) return null
  return (
    <nav aria-label={label}>
      <p className="label" aria-hidden="true">
        {label}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-5 font-sans text-small">
        {entries.map(({ title, href, count }) => (
          <li key={href}>
            <a className="link inline-block py-1" href={href}>
              {title}
            </a>
            {count !== undefined && (
              <span className="ml-1.5 text-quiet tabular-nums">
                <span aria-hidden="true">{count.toLocaleString(place.locale)}</span>
                <span className="sr-only">{formatCount(count, 'story', 'stories', place)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
