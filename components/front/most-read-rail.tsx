import { Headline } from '#components/card/headline.tsx'
import { tintOf } from '#components/text/tint.ts'
import type { Story } from '#lib/content/model.ts'

/** The stories that are read most, in words alone, under large numerals. */
export function MostReadRail({ stories }: { readonly stories: readonly Story[] }) {
  return (
    <section aria-labelledby="most-read-title" className="mt-14 border-ink border-t-2 pt-3">
      <h2 id="most-read-title" className="mb-5 text-d3 font-semibold">
        <a className="headlink" href="/most-read">
          Most read
        </a>
      </h2>
      <ol className="ruled sm:grid-cols-2 lg:grid-cols-5">
        {stories.map((story, before) => (
          <li key={story.slug}>
            <article
              className={`relative grid grid-cols-[2.5rem_minmax(0,1fr)] items-start gap-x-3 lg:block ${tintOf(story.section)}`}
            >
              <span aria-hidden="true" className="ordinal row-span-2 lg:mb-3 lg:block">
                {before + 1}
              </span>
              <p className="kicker mb-1">{story.kicker}</p>
              <Headline story={story} level={3} size="rail" />
            </article>
          </li>
        ))}
      </ol>
    </section>
  )
}
