import { Kicker } from '#components/card/kicker.tsx'
import { Signature } from '#components/card/signature.tsx'
import { Picture } from '#components/picture/picture.tsx'
import type { Place } from '#components/text/format.ts'
import { tintOf } from '#components/text/tint.ts'
import type { Hit } from '#lib/search/model.ts'
import { Marked } from './marked.tsx'

interface Props {
  readonly hit: Hit
  readonly place: Place
}

/** A story that was found: what of it matches, in its headline and its text. */
export function HitCard({ hit: { story, headline, snippet }, place }: Props) {
  return (
    <article
      className={`relative grid gap-x-5 sm:gap-x-8 ${story.picture ? 'grid-cols-[minmax(0,1fr)_5.5rem] sm:grid-cols-[minmax(0,1fr)_10rem]' : ''} ${tintOf(story.section)}`}
    >
      <div className="min-w-0 max-w-[40rem]">
        <Kicker story={story} />
        <h3 className="text-d2 font-medium">
          <a className="headlink stretched" href={story.href}>
            <Marked runs={headline} />
          </a>
        </h3>
        {snippet.length > 0 && (
          <p className="mt-1.5 line-clamp-3 text-base text-quiet">
            <Marked runs={snippet} />
          </p>
        )}
        <Signature story={story} place={place} />
      </div>
      {story.picture && (
        <div className="pt-0.5">
          <Picture picture={story.picture} crop="photo" sizes="(min-width: 40rem) 10rem, 5.5rem" widest={160} />
        </div>
      )}
    </article>
  )
}
