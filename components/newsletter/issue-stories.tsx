import type { IssueCorrection, IssueStory } from '#lib/newsletter/model.ts'
import { dayInWords } from './issue-list.tsx'

interface Props {
  readonly story: IssueStory
}

/** The story that leads an issue. */
export function LeadStory({ story }: Props) {
  const { picture } = story
  return (
    <section className="relative border-hair border-b py-7">
      {picture && <IssuePicture picture={picture} className="mb-5" fetchPriority="high" />}
      <Words story={story} size="text-d5" />
    </section>
  )
}

/** Any other story of it. */
export function ListedStory({ story }: Props) {
  const { picture } = story
  return (
    <section className="relative grid grid-cols-[minmax(0,1fr)_30%] items-start gap-4 border-hair border-b py-6 sm:gap-6">
      <div className={picture ? '' : 'col-span-2'}>
        <Words story={story} size="text-d3" />
      </div>
      {picture && <IssuePicture picture={picture} loading="lazy" />}
    </section>
  )
}

interface PictureProps extends Pick<React.ComponentProps<'img'>, 'fetchPriority' | 'loading'> {
  readonly picture: NonNullable<IssueStory['picture']>
  readonly className?: string
}

function IssuePicture({ picture, className = '', ...how }: PictureProps) {
  // biome-ignore lint/performance/noImgElement: the same crop as in the mail, in one size
  return <img {...picture} alt={picture.alt} className={`h-auto w-full bg-wash ${className}`} {...how} />
}

function Words({ story, size }: Props & { readonly size: string }) {
  const { kicker, headline, href, dek, byline, minutes } = story
  return (
    <>
      <p className="kicker mb-2">{kicker}</p>
      <h2 className={`${size} font-semibold`}>
        <a className="headlink stretched" href={href}>
          {headline}
        </a>
      </h2>
      {dek !== null && <p className="mt-2 text-base text-quiet">{dek}</p>}
      <p className="meta mt-2">
        {byline !== null && `${byline} · `}
        {minutes} min
      </p>
    </>
  )
}

/** What earlier issues carried and was wrong. */
export function IssueCorrections({
  corrections,
  locale,
}: {
  readonly corrections: readonly IssueCorrection[]
  readonly locale: string
}) {
  if (corrections.length === 0) return null
  return (
    <section aria-labelledby="corrections" className="mt-7 border-accent border-l-4 pl-5">
      <h2 id="corrections" className="label text-accent">
        Corrections to what we sent you
      </h2>
      {corrections.map(({ slug, href, headline, kind, text, carried, at }) => (
        <div key={`${slug} ${kind} ${at}`} className="mt-3">
          <h3 className="text-d1 font-semibold">
            <a className="headlink" href={href}>
              {headline}
            </a>
          </h3>
          <p className="mt-1 text-base">
            {kind === 'withdrawn' && 'Withdrawn: '}
            {text}
          </p>
          <p className="meta mt-1">In the issue of {dayInWords(carried, locale)}</p>
        </div>
      ))}
    </section>
  )
}
