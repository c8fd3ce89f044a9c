import { Picture } from '#components/picture/picture.tsx'
import type { Place } from '#components/text/format.ts'
import { tintOf } from '#components/text/tint.ts'
import type { Story } from '#lib/content/model.ts'
import { Headline, type Level } from './headline.tsx'
import { Kicker } from './kicker.tsx'
import { Signature } from './signature.tsx'

interface Props {
  readonly story: Story
  readonly place: Place
  readonly level?: Level
  /** Whether its picture is the first of the page. */
  readonly first?: boolean
}

/** The story that leads a section, a topic or a list: its picture at one side, its words at the other. */
export function LeadCard({ story, place, level = 2, first = true }: Props) {
  return (
    <article className={`relative grid gap-x-10 gap-y-4 lg:grid-cols-12 ${tintOf(story.section)}`}>
      {story.picture && (
        <div className="lg:col-span-8">
          <Picture picture={story.picture} crop="wide" sizes="(min-width: 78rem) 50rem, 94vw" first={first} />
        </div>
      )}
      <div className={story.picture ? 'lg:col-span-4' : 'lg:col-span-9'}>
        <Kicker story={story} />
        <Headline story={story} level={level} size="lead" />
        {story.dek && <p className="mt-3 text-body leading-snug text-quiet">{story.dek}</p>}
        <Signature story={story} place={place} />
      </div>
    </article>
  )
}
