import { formatCount, type Place } from '#components/text/format.ts'
import type { Topic } from '#lib/content/model.ts'

interface Props {
  readonly topics: readonly Pick<Topic, 'slug' | 'title' | 'href' | 'count'>[]
  readonly place: Place
}

/** What a period's stories were about. */
export function BusyTopics({ topics, place }: Props) {
  if (topics.length === 0) return null
  return (
    <section aria-labelledby="topics" className="pt-8">
      <h2 id="topics" className="label border-ink border-b pb-2">
        Most written about
      </h2>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {topics.map(({ slug, title, href, count }) => (
          <li key={slug}>
            <a className="headlink inline-block text-base" href={href}>
              {title}
            </a>{' '}
            <span className="meta tabular-nums">
              <span aria-hidden="true">{count.toLocaleString(place.locale)}</span>
              <span className="sr-only">{formatCount(count, 'story', 'stories', place)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
