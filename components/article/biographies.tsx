import { Portrait } from '#components/picture/portrait.tsx'
import type { Place } from '#components/text/format.ts'
import type { Author } from '#lib/content/model.ts'
import { Body } from './body.tsx'

interface Props {
  readonly authors: readonly Author[]
  readonly place: Place
}

/** Who wrote it, at the end of a story. */
export function Biographies({ authors, place }: Props) {
  if (authors.length === 0) return null
  return (
    <section id="authors" aria-labelledby="authors-title" className="no-print mt-6 border-hair border-t pt-4">
      <h2 id="authors-title" className="label">
        {authors.length === 1 ? 'About the author' : 'About the authors'}
      </h2>
      {authors.map((author) => (
        <div key={author.slug} className="mt-4 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-5">
          <Portrait author={author} sizes="4.5rem" />
          <div>
            <h3 className="text-d1 font-semibold">
              <a className="headlink" href={author.href}>
                {author.name}
              </a>
            </h3>
            {author.role && <p className="meta">{author.role}</p>}
            <div className="mt-1.5 text-base">
              <Body blocks={author.biography} place={place} />
            </div>
          </div>
        </div>
      ))}
    </section>
  )
}
