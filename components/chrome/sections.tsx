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
      <ul className="grid grid-cols-3 font-sans text-small font-semibold md:flex md:flex-wrap md:justify-center md:gap-x-7">
        {links.map((link) => (
          <li key={link.href}>
            <a
              className="headlink inline-block py-2 decoration-2! underline-offset-8! aria-[current]:underline"
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
