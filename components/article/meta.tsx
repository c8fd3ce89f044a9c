import { Byline } from '#components/text/byline.tsx'
import type { Place } from '#components/text/format.ts'
import { Stamp } from '#components/text/stamp.tsx'
import type { Article } from '#lib/content/model.ts'

interface Props {
  readonly article: Article
  readonly place: Place
}

/** Who wrote it, when, when it changed, and how long it takes. */
export function Meta({ article, place }: Props) {
  return (
    <div className="meta border-ink border-t pt-3">
      <p className="text-base leading-snug">
        <Byline byline={article.byline} locale={place.locale} linked />
      </p>
      <p className="mt-3">
        <span className="font-semibold text-ink lg:block">Published</span>{' '}
        <Stamp moment={article.published} form="moment" place={place} />
      </p>
      {article.updated && (
        <p className="mt-1.5">
          <span className="font-semibold text-ink lg:block">Updated</span>{' '}
          <Stamp moment={article.updated} form="moment" place={place} />
        </p>
      )}
      {!article.withdrawn && <p className="mt-1.5">{article.readingMinutes} min read</p>}
    </div>
  )
}
