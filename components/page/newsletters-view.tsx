import type { Newsletter, Publication } from '#lib/content/model.ts'
import { PageHead } from './page-head.tsx'

interface Props {
  readonly publication: Publication
  readonly newsletters: readonly Newsletter[]
}

export function NewslettersView({ publication, newsletters }: Props) {
  return (
    <div className="wrap">
      <PageHead title="Newsletters" description={`What ${publication.name} sends, and when.`} />
      {newsletters.length === 0 && <p className="py-10 text-quiet">There is no newsletter yet.</p>}
      <ul className="ruled mt-8 md:grid-cols-2 lg:grid-cols-3">
        {newsletters.map((newsletter) => (
          <li key={newsletter.slug}>
            <p className="label mb-2 text-quiet">{newsletter.schedule}</p>
            <h2 className="text-d4 font-semibold">
              <a className="headlink stretched" href={newsletter.href}>
                {newsletter.title}
              </a>
            </h2>
            <p className="mt-2 text-quiet">{newsletter.description}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
