import { SiteSearch } from '#components/search/site-search.tsx'
import type { Publication } from '#lib/content/model.ts'
import { READING_LISTS } from './reading-lists.ts'

/** The navigation of a phone: closed until asked for, and open without any script. */
export function Menu({ publication, current }: { readonly publication: Publication; readonly current?: string }) {
  const links = [...publication.navigation, ...READING_LISTS]
  return (
    <details className="group w-full md:hidden">
      <summary className="label menu-button">
        <span className="group-open:hidden">Sections</span>
        <span className="hidden group-open:inline">Close</span>
      </summary>
      {current !== '/search' && <SiteSearch name={publication.name} className="mt-4" />}
      <nav aria-label="Menu" className="mt-3 border-hair border-t pb-1">
        <ul className="grid grid-cols-2 gap-x-6 font-sans text-base">
          {links.map((link) => (
            <li key={link.href} className="border-hair border-b">
              <a
                className="headlink menu-link py-2.5"
                href={link.href}
                aria-current={link.href === current ? 'page' : undefined}
              >
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  )
}
