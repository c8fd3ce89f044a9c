import type { Part, SeriesPlace } from '#lib/content/queries/series.ts'

interface Props {
  readonly place: SeriesPlace
}

/** After a part of a running story: the one before and the one to read next. */
export function PartSteps({ place }: Props) {
  const { series, part, of, previous, next } = place
  if (previous === null && next === null) return null
  return (
    <nav aria-label="Parts before and after" className="no-print mt-10 border-tint border-t-2 pt-3">
      <p className="meta">
        Part {part} of {of} in{' '}
        <a className="link inline-block py-1" href={series.href}>
          {series.title}
        </a>
      </p>
      <div className="mt-2 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {previous && <Step part={previous} word="Previous" rel="prev" />}
        {next && <Step part={next} word="Next" rel="next" className="sm:col-start-2 sm:text-right" />}
      </div>
    </nav>
  )
}

interface StepProps {
  readonly part: Part
  readonly word: string
  readonly rel: 'prev' | 'next'
  readonly className?: string
}

function Step({ part, word, rel, className }: StepProps) {
  return (
    <p className={className}>
      <span className="label block text-quiet">
        {word}
        <span className="sr-only"> part:</span>
      </span>
      <a className="headlink inline-block text-d1 font-semibold" href={part.href} rel={rel}>
        {part.headline}
      </a>
    </p>
  )
}
