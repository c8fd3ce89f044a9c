import { Body } from '#components/article/body.tsx'
import type { Page, Publication } from '#lib/content/model.ts'

interface Props {
  readonly publication: Publication
  readonly page: Page
}

/** About, standards, privacy. */
export function PlainView({ publication, page }: Props) {
  return (
    <div className="wrap">
      <article className="mx-auto max-w-measure pt-8 lg:pt-14">
        <h1 className="text-d6 font-semibold">{page.title}</h1>
        {page.description && <p className="mt-3 text-d2 text-quiet">{page.description}</p>}
        <div className="mt-7 border-ink border-t pt-7">
          <Body blocks={page.body} place={publication} />
        </div>
      </article>
    </div>
  )
}
