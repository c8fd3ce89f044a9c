import type { Link } from '#lib/content/model.ts'

interface Props {
  readonly links: readonly Link[]
  readonly current?: string
  readonly className?: string
}

/** The row of sections under the nameplate; on a phone's front page, three to a row. */
export function Sections({ links, current, className = '' }: Props) {
  return (
    <nav aria-label="Sections" className={className}>
      <ul className="sections">
        {links.map((link) => (
          <li key={link.href}>
            <a
              className="headlink section-link py-2"
              href={link.href}
              aria-current={link.href === current ? 'page' : undefined}
            >
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
