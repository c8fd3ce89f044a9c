import { formatCount } from '#components/text/format.ts'
import type { Publication, Topic } from '#lib/content/model.ts'
import { byLetter } from './by-letter.ts'
import { PageHead } from './page-head.tsx'

interface Props {
  readonly publication: Publication
  readonly topics: readonly Topic[]
}

/** All topics, as the index at the back of a book. */
export function TopicsView({ publication, topics }: Props) {
  return (
    <div className="wrap">
      <PageHead title="Topics" description={`What ${publication.name} writes about, from A to Z.`} />
      {topics.length === 0 && <p className="py-10 text-quiet">No story has a topic yet.</p>}
      <div className="columns-1 gap-10 pt-8 sm:columns-2 lg:columns-4">
        {byLetter(topics, publication.locale).map(([letter, group]) => (
          <section key={letter} aria-label={letter} className="mb-7 break-inside-avoid">
            <h2 className="border-ink border-b pb-1 text-d2 font-semibold">{letter}</h2>
            <ul>
              {group.map((topic) => (
                <li key={topic.slug} className="flex items-baseline justify-between gap-4 border-hair border-b py-1">
                  <a className="headlink inline-block text-base" href={topic.href}>
                    {topic.title}
                  </a>
                  <span className="meta tabular-nums">
                    <span aria-hidden="true">{topic.count}</span>
                    <span className="sr-only">{formatCount(topic.count, 'story', 'stories', publication)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
