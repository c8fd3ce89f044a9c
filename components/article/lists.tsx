import { Card } from '#components/card/card.tsx'
import type { Place } from '#components/text/format.ts'
import type { Story } from '#lib/content/model.ts'
import type { RelatedStory, Why } from '#lib/related/stories.ts'

interface Props<S = Story> {
  readonly stories: readonly S[]
  readonly place: Place
}

/** Why a story stands here, in a few words. */
function reason(why: Why): string {
  switch (why.type) {
    case 'picked':
      return 'Picked by the editors'
    case 'series':
      return `Series: ${why.series.title}`
    case 'story':
      return 'Same story'
    case 'topic':
      return `More on ${why.topic.title}`
    case 'section':
      return `More from ${why.section.title}`
    case 'alike':
      return 'On the same subject'
  }
}

/** What to read on the same matter, each with why it is there. */
export function Related({ stories, place }: Props<RelatedStory>) {
  if (stories.length === 0) return null
  return (
    <section id="related" aria-labelledby="related-title" className="no-print mt-16 border-ink border-t-2 pt-4">
      <h2 id="related-title" className="mb-6 text-d3 font-semibold">
        Related stories
      </h2>
      <div className="ruled md:grid-cols-3">
        {stories.map((story) => (
          <div key={story.slug} className="min-w-0">
            <p className="meta mb-2">{reason(story.why)}</p>
            <Card story={story} place={place} arrangement="adaptive" size="medium" dek={false} />
          </div>
        ))}
      </div>
    </section>
  )
}

/** What is new in the whole publication; the newest stands with its picture. */
export function Latest({ stories, place }: Props) {
  if (stories.length === 0) return null
  return (
    <section id="latest" aria-labelledby="latest-title" className="no-print mt-16 border-ink border-t-2 pt-4">
      <h2 id="latest-title" className="mb-6 text-d3 font-semibold">
        Explore more
      </h2>
      <div className="ruled sm:grid-cols-2 lg:grid-cols-4">
        {stories.map((story, position) =>
          position === 0 ? (
            <Card
              key={story.slug}
              className="sm:col-span-2"
              story={story}
              place={place}
              arrangement="beside"
              size="medium"
            />
          ) : (
            <Card key={story.slug} story={story} place={place} />
          ),
        )}
      </div>
    </section>
  )
}
