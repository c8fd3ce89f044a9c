import { Portrait } from '#components/picture/portrait.tsx'
import { formatCount } from '#components/text/format.ts'
import type { Author, AuthorRef, Publication } from '#lib/content/model.ts'
import { PageHead } from './page-head.tsx'

/** An author as the list of all shows them. */
type Listed = AuthorRef & Pick<Author, 'role' | 'photo' | 'initials'> & { readonly count: number }

interface Props {
  readonly publication: Publication
  readonly authors: readonly Listed[]
}

export function AuthorsView({ publication, authors }: Props) {
  return (
    <div className="wrap">
      <PageHead title="Authors" description={`Who writes ${publication.name}.`} />
      {authors.length === 0 && <p className="py-10 text-quiet">Nobody has signed a story yet.</p>}
      <ul className="ruled mt-8 sm:grid-cols-2 lg:grid-cols-3">
        {authors.map((author) => (
          <li key={author.slug} className="grid grid-cols-[5rem_minmax(0,1fr)] items-start gap-5">
            <Portrait author={author} sizes="5rem" />
            <div>
              <h2 className="text-d2 font-semibold">
                <a className="headlink stretched" href={author.href}>
                  {author.name}
                </a>
              </h2>
              {author.role && <p className="meta mt-1">{author.role}</p>}
              <p className="meta">{formatCount(author.count, 'story', 'stories', publication)}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
