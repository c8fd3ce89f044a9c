import { StateMark } from '#components/text/state-mark.tsx'
import type { SeriesPlace } from '#lib/content/queries/series.ts'

interface Props {
  readonly place: SeriesPlace
}

/** Which running story this one belongs to, where it stands there, and the parts around it. */
export function SeriesBox({ place }: Props) {
  const { series, part, of, previous, next, nearby } = place
  const relations = new Map([
    [previous?.slug, 'prev'],
    [next?.slug, 'next'],
  ])
  return (
    <nav aria-label={`Series: ${series.title}`} className="no-print border-tint border-t-2 pt-3">
      <p className="meta">{part === null ? 'Series' : `Part ${part} of ${of}`}</p>
      <p className="mt-0.5 text-d1 font-semibold">
        <a className="headlink inline-block py-0.5" href={series.href}>
          {series.title}
        </a>
      </p>
      <ol className="mt-2 text-base leading-snug" start={nearby[0]?.number}>
        {nearby.map(({ number, slug, href, headline, state }) => (
          <li key={slug} className="flex gap-2.5 border-hair border-t py-2">
            <span className={`text-quiet tabular-nums ${of > 9 ? 'min-w-[2ch]' : ''}`}>{number}</span>
            {number === part ? (
              <span aria-current="page" className="font-semibold">
                {headline}
              </span>
            ) : (
              <a className="headlink -my-1 py-1" href={href} rel={relations.get(slug)}>
                <StateMark state={state} />
                {headline}
              </a>
            )}
          </li>
        ))}
      </ol>
      {nearby.length < of && (
        <p className="meta border-hair border-t py-2">
          <a className="link inline-block py-1" href={series.href}>
            All {of} parts
          </a>
        </p>
      )}
    </nav>
  )
}
