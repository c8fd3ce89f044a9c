import { READING_LISTS } from '#components/chrome/reading-lists.ts'
import type { Link, Publication } from '#lib/content/model.ts'

/** Ways to stories for whoever has no word for what they look for. */
export function Browse({ publication }: { readonly publication: Publication }) {
  return (
    <nav aria-labelledby="browse-title">
      <h2 id="browse-title" className="label border-ink border-b pb-1.5">
        Or browse
      </h2>
      <div className="grid grid-cols-2 gap-x-8">
        <Links title="Sections" links={publication.navigation} />
        <Links title="More to read" links={READING_LISTS} />
      </div>
    </nav>
  )
}

const Links = ({ title, links }: { readonly title: string; readonly links: readonly Link[] }) => (
  <ul aria-label={title} className="font-sans text-base">
    {links.map(({ label, href }) => (
      <li key={href} className="border-hair border-b">
        <a className="headlink block py-2" href={href}>
          {label}
        </a>
      </li>
    ))}
  </ul>
)
