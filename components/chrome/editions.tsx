import type { Edition } from '#lib/content/model.ts'

interface Props {
  readonly editions: readonly Edition[]
  /** The address of the front that is open. */
  readonly current?: string
}

/** The way from one edition's front to another's. */
export function Editions({ editions, current }: Props) {
  if (editions.length < 2) return null
  return (
    <nav aria-label="Editions">
      <ul className="meta -mx-2 flex">
        {editions.map((edition) => (
          <li key={edition.slug}>
            <a
              className="headlink inline-block px-2 py-1 aria-[current]:font-semibold aria-[current]:text-ink"
              href={edition.href}
              aria-current={edition.href === current ? 'page' : undefined}
            >
              <span className="sr-only">{edition.name}: </span>
              {edition.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
