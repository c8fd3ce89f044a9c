import { Byline } from '#components/text/byline.tsx'
import type { Place } from '#components/text/format.ts'
import { StateMark } from '#components/text/state-mark.tsx'
import { tintOf } from '#components/text/tint.ts'
import { hourOf } from '#lib/content/calendar/names.ts'
import type { Story } from '#lib/content/model.ts'

interface Props {
  readonly stories: readonly Story[]
  readonly place: Place
  /** Of the headlines. */
  readonly level: 2 | 3
  /** Whether each says what it is about. */
  readonly dek?: boolean
}

/** Stories of a day, a line or two each: when, in which section, what. */
export function StoryLines({ stories, place, level, dek = false }: Props) {
  const Tag = `h${level}` as const
  return (
    <ol>
      {stories.map((story) => (
        <li
          key={story.slug}
          className={`relative grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 border-hair py-3 not-first:border-t sm:grid-cols-[5.5rem_minmax(0,1fr)] sm:gap-x-6 ${tintOf(story.section)}`}
        >
          <p className="meta tabular-nums">
            <time dateTime={story.published.iso}>{hourOf(story.published.ms, place)}</time>
          </p>
          <div>
            <p className="kicker">
              <StateMark state={story.state} />
              {story.section.title}
            </p>
            <Tag className="mt-1 text-d1 font-medium">
              <a className="headlink stretched" href={story.href}>
                {story.headline}
              </a>
            </Tag>
            {dek && story.dek && <p className="mt-1 text-base text-quiet max-sm:hidden">{story.dek}</p>}
            <p className="meta mt-1">
              <Byline byline={story.byline} locale={place.locale} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
