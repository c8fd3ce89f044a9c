import { Picture } from '#components/picture/picture.tsx'
import { Byline } from '#components/text/byline.tsx'
import type { Place } from '#components/text/format.ts'
import { Stamp } from '#components/text/stamp.tsx'
import { tintOf } from '#components/text/tint.ts'
import type { Story } from '#lib/content/model.ts'
import { Headline } from './headline.tsx'
import { Kicker } from './kicker.tsx'

interface Props {
  readonly story: Story
  readonly place: Place
}

/** A story in a long list: its day in a column of its own on a wide screen, under the words on a narrow one. */
export function RowCard({ story, place }: Props) {
  return (
    <article
      className={`relative grid grid-cols-[minmax(0,1fr)_30%] grid-rows-[auto_1fr] gap-x-4 gap-y-0.5 sm:gap-x-6 lg:grid-cols-[10rem_minmax(0,1fr)_15rem] lg:gap-x-10 ${tintOf(story.section)}`}
    >
      <div className="max-w-[38rem] max-lg:col-start-1 lg:col-start-2 lg:row-start-1">
        <Kicker story={story} />
        <Headline story={story} level={2} size="medium" />
        {story.dek && <p className="mt-2 text-base text-quiet max-sm:hidden">{story.dek}</p>}
        <p className="meta mt-2">
          <Byline byline={story.byline} locale={place.locale} />
        </p>
      </div>
      <p className="meta col-start-1 row-start-2 lg:row-start-1">
        <Stamp moment={story.published} form="day" place={place} />
      </p>
      {story.picture && (
        <div className="col-start-2 row-span-2 row-start-1 lg:col-start-3 lg:row-span-1">
          <Picture picture={story.picture} crop="photo" sizes="(min-width: 64rem) 15rem, 30vw" widest={307} />
        </div>
      )}
    </article>
  )
}
