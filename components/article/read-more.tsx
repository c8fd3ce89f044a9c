import { Picture } from '#components/picture/picture.tsx'
import { Byline } from '#components/text/byline.tsx'
import type { Place } from '#components/text/format.ts'
import { tintOf } from '#components/text/tint.ts'
import type { Story } from '#lib/content/model.ts'

interface Props {
  readonly story: Story
  readonly place: Place
}

/** One story that an editor put into another's text. Its headline is no heading: it belongs to another story. */
export function ReadMore({ story, place }: Props) {
  return (
    <aside
      aria-label={`Read more: ${story.headline}`}
      className={`no-print piece relative grid grid-cols-[minmax(0,1fr)_28%] gap-5 border-hair border-y py-4 ${tintOf(story.section)}`}
    >
      <div>
        <p className="kicker mb-1.5">Read more: {story.kicker}</p>
        <p className="text-d2 font-medium">
          <a className="headlink stretched" href={story.href}>
            {story.headline}
          </a>
        </p>
        <p className="meta mt-1.5">
          <Byline byline={story.byline} locale={place.locale} />
        </p>
      </div>
      {story.picture && (
        <Picture picture={story.picture} crop="photo" sizes="(min-width: 38rem) 10rem, 28vw" widest={171} />
      )}
    </aside>
  )
}
