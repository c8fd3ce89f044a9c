import { formatMoment, type Place } from '#components/text/format.ts'
import { Html } from '#components/text/html.tsx'
import { Stamp } from '#components/text/stamp.tsx'
import type { Article } from '#lib/content/model.ts'

interface Props {
  readonly article: Article
  readonly place: Place
}

/** Only ever seen while writing: what keeps this story from its readers. */
export function Unpublished({ article, place }: Props) {
  if (article.state !== 'draft' && article.state !== 'scheduled') return null
  const words =
    article.state === 'draft'
      ? 'This is a draft. Readers cannot see it.'
      : `Scheduled for ${formatMoment(article.published, 'moment', place)}. Readers cannot see it before then.`
  return (
    <p
      role="note"
      className="mt-6 border-2 border-accent border-dashed px-4 py-3 font-sans text-small font-semibold text-accent"
    >
      {words}
    </p>
  )
}

/** What was wrong and what is right, in full, before the first line of the text. */
export function Corrections({ article, place }: Props) {
  if (article.corrections.length === 0) return null
  return (
    <section id="corrections" aria-labelledby="corrections-title" className="mb-8 border-accent border-l-4 pl-5">
      <h2 id="corrections-title" className="label text-accent">
        {article.corrections.length === 1 ? 'Correction' : 'Corrections'}
      </h2>
      {article.corrections.map((correction) => (
        <div key={correction.date.iso} className="mt-1.5 text-base">
          <Stamp moment={correction.date} form="day" place={place} />:{' '}
          <Html as="span" html={correction.html} className="html" />
        </div>
      ))}
    </section>
  )
}

/** Stands in place of a story that was taken back. */
export function Withdrawal({ article, place }: Props) {
  if (!article.withdrawn) return null
  return (
    <section aria-labelledby="withdrawn-title" className="border-accent border-y-2 py-6">
      <h2 id="withdrawn-title" className="label text-accent">
        This story has been withdrawn
      </h2>
      <p className="mt-2">{article.withdrawn.reason}</p>
      <p className="meta mt-3">
        Withdrawn on <Stamp moment={article.withdrawn.date} form="day" place={place} />
      </p>
    </section>
  )
}
