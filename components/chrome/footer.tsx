import { FooterForm } from '#components/newsletter/footer-form.tsx'
import type { Link, Publication } from '#lib/content/model.ts'
import { READING_LISTS } from './reading-lists.ts'

interface Props {
  readonly publication: Publication
  /** Whether it asks for an address. */
  readonly asks: boolean
}

export function Footer({ publication, asks }: Props) {
  const editions = publication.editions.map((edition) => ({ label: edition.name, href: edition.href }))
  return (
    <footer className="chrome wrap mt-20 pb-12">
      <div className="border-ink border-t-4 pt-6">
        <div className="grid gap-x-8 gap-y-10 md:grid-cols-12">
          <div className="md:col-span-4">
            <p className="text-d3 font-semibold">
              <a className="inline-block py-0.5" href="/">
                {publication.name}
              </a>
            </p>
            <p className="meta mt-3 max-w-[30ch]">{publication.description}</p>
            {asks && publication.hasNewsletters && <FooterForm />}
          </div>
          <nav aria-label="Foot of the page" className="foot-lists">
            <Column title="Sections" links={publication.navigation} />
            <Column title="More to read" links={READING_LISTS} />
            <Column title="Editions" links={editions} />
            <Column title={`About ${publication.name}`} links={publication.pages} />
          </nav>
        </div>
        <p className="meta mt-12 border-hair border-t pt-4">
          Published by {publication.publisher.name}
          {publication.publisher.address && `, ${publication.publisher.address}`}
          {publication.publisher.email && (
            <>
              {' · '}
              <a className="link" href={`mailto:${publication.publisher.email}`}>
                {publication.publisher.email}
              </a>
            </>
          )}
        </p>
      </div>
    </footer>
  )
}

function Column({ title, links }: { readonly title: string; readonly links: readonly Link[] }) {
  if (links.length === 0) return null
  return (
    <div>
      <p className="label" aria-hidden="true">
        {title}
      </p>
      <ul aria-label={title} className="mt-2 font-sans text-small">
        {links.map((link) => (
          <li key={link.href}>
            <a className="headlink inline-block py-1" href={link.href}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
