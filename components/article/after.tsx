import type { Source, TopicRef } from '#lib/content/model.ts'

/** Where the facts are from. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  if (sources.length === 0) return null
  return (
    <section id="sources" aria-labelledby="sources-title" className="mt-10 border-hair border-t pt-4">
      <h2 id="sources-title" className="label">
        Sources
      </h2>
      <ul className="html mt-1.5 font-sans text-small">
        {sources.map((source) => (
          <li key={source.url}>
            <a className="inline-block py-1" href={source.url}>
              {source.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the story is about, each with its page. */
export function Topics({ topics }: { readonly topics: readonly TopicRef[] }) {
  if (topics.length === 0) return null
  return (
    <nav id="topics" aria-label="Topics of this story" className="no-print mt-6 border-hair border-t pt-4">
      <p className="label" aria-hidden="true">
        Topics
      </p>
      <ul className="mt-1.5 flex flex-wrap gap-x-5 font-sans text-small">
        {topics.map((topic) => (
          <li key={topic.slug}>
            <a className="link inline-block py-1" href={topic.href}>
              {topic.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
