import { Byline } from '#components/text/byline.tsx'
import type { Place } from '#components/text/format.ts'
import { Stamp } from '#components/text/stamp.tsx'
import type { Story } from '#lib/content/model.ts'

interface Props {
  readonly story: Story
  readonly place: Place
}

/** Who signs a story on a card, and its day. */
export function Signature({ story, place }: Props) {
  return (
    <p className="meta dotted mt-2">
      <span>
        <Byline byline={story.byline} locale={place.locale} />
      </span>
      <Stamp moment={story.published} form="day" place={place} />
    </p>
  )
}
