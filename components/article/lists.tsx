import { Card } from '#components/card/card.tsx'
import type { Place } from '#components/text/format.ts'
import type { Story } from '#lib/content/model.ts'

interface Props {
  readonly stories: readonly Story[]
  readonly place: Place
}

/** What to read on the same matter. */
export function Related({ stories, place }: Props) {
  if (stories.length === 0) return null
  return (
    <section id="related" aria-labelledby="related-title" className="no-print mt-16 border-ink border-t-2 pt-4">
      <h2 id="related-title" className="mb-6 text-d3 font-semibold">
        Related stories
      </h2>
      <div className="ruled md:grid-cols-3">
        {stories.map((story) => (
          <Card key={story.slug} story={story} place={place} arrangement="adaptive" size="medium" dek={false} />
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
