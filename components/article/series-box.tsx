import type { SeriesRef, Story } from '#lib/content/model.ts'

interface Props {
  readonly series: SeriesRef
  /** All parts that are out, in order of publication. */
  readonly parts: readonly Story[]
  /** The slug of the part that is open. */
  readonly current: string
}

/** Which running story this one belongs to, and its other parts. */
export function SeriesBox({ series, parts, current }: Props) {
  const part = parts.findIndex((story) => story.slug === current) + 1
  return (
    <nav aria-label={`Series: ${series.title}`} className="no-print border-tint border-t-2 pt-3">
      <p className="meta">{part > 0 ? `Part ${part} of ${parts.length}` : 'Series'}</p>
      <p className="mt-0.5 text-d1 font-semibold">
        <a className="headlink inline-block py-0.5" href={series.href}>
          {series.title}
        </a>
      </p>
      <ol className="mt-2 text-base leading-snug">
        {parts.map((story, position) => (
          <li key={story.slug} className="flex gap-2.5 border-hair border-t py-2">
            <span className="text-quiet tabular-nums">{position + 1}</span>
            {story.slug === current ? (
              <span aria-current="page" className="font-semibold">
                {story.headline}
              </span>
            ) : (
              <a className="headlink -my-1 py-1" href={story.href}>
                {story.headline}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
