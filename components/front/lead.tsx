import { Headline } from '#components/card/headline.tsx'
import { Kicker } from '#components/card/kicker.tsx'
import { Signature } from '#components/card/signature.tsx'
import { Picture } from '#components/picture/picture.tsx'
import type { Place } from '#components/text/format.ts'
import { tintOf } from '#components/text/tint.ts'
import type { Story } from '#lib/content/model.ts'

/** The story of the day: its headline and dek across, its picture under them. */
export function Lead({ story, place }: { readonly story: Story; readonly place: Place }) {
  return (
    <article className={`relative ${tintOf(story.section)}`}>
      <Kicker story={story} />
      <Headline story={story} level={2} size="splash" />
      {story.dek && <p className="mt-3 max-w-[56ch] text-d2 text-pretty text-quiet">{story.dek}</p>}
      {story.picture && (
        <div className="mt-5">
          <Picture
            picture={story.picture}
            crop="lead"
            sizes="(min-width: 78rem) 55rem, (min-width: 64rem) 70vw, 94vw"
            first
          />
        </div>
      )}
      <Signature story={story} place={place} />
    </article>
  )
}
