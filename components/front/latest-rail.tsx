import { Headline } from '#components/card/headline.tsx'
import type { Place } from '#components/text/format.ts'
import { Stamp } from '#components/text/stamp.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { tintOf } from '#components/text/tint.ts'
import type { Story } from '#lib/content/model.ts'

/** The newest stories in words alone, each with its time. */
export function LatestRail({ stories, place }: { readonly stories: readonly Story[]; readonly place: Place }) {
  return (
    <section aria-labelledby="latest-title">
      <h2 id="latest-title" className="label mb-3 border-accent border-b-2 pb-2 text-accent">
        Latest
      </h2>
      <div>
        {stories.map((story) => (
          <article
            key={story.slug}
            className={`relative border-hair py-3.5 not-first:border-t first:pt-0 ${tintOf(story.section)}`}
          >
            <p className="meta mb-0.5 flex flex-wrap justify-between gap-x-3 text-micro">
              <span className="font-semibold text-tint">
                <StateMark state={story.state} />
                {story.kicker}
              </span>
              <Stamp moment={story.published} form="clock" place={place} />
            </p>
            <Headline story={story} level={3} size="rail" />
          </article>
        ))}
      </div>
    </section>
  )
}
