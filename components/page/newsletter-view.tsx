import { Body } from '#components/article/body.tsx'
import type { Newsletter, Publication } from '#lib/content/model.ts'

interface Props {
  readonly publication: Publication
  readonly newsletter: Newsletter
}

export function NewsletterView({ publication, newsletter }: Props) {
  return (
    <div className="wrap">
      <article className="mx-auto max-w-measure pt-8 lg:pt-14">
        <p className="label mb-2 text-accent">Newsletter</p>
        <h1 className="text-d6 font-semibold">{newsletter.title}</h1>
        <p className="mt-3 text-d2 text-quiet">{newsletter.description}</p>
        <p className="meta mt-4 border-hair border-y py-3">
          <span className="font-semibold text-ink">Schedule</span> {newsletter.schedule}
        </p>
        <div className="mt-7">
          <Body blocks={newsletter.pitch} place={publication} />
        </div>
        <p className="mt-9 font-sans text-small">
          <a className="link inline-block py-1" href="/newsletters">
            All newsletters
          </a>
        </p>
      </article>
    </div>
  )
}
