import { Body } from '#components/article/body.tsx'
import { Portrait } from '#components/picture/portrait.tsx'
import { formatCount } from '#components/text/format.ts'
import type { Author, Paged, Publication, Story } from '#lib/content/model.ts'
import { StoryList } from './story-list.tsx'

interface Props {
  readonly publication: Publication
  readonly author: Author
  readonly stories: Paged<Story>
}

export function AuthorView({ publication, author, stories }: Props) {
  return (
    <div className="wrap">
      <header className="grid gap-x-10 gap-y-5 border-ink border-b-2 pt-8 pb-7 sm:grid-cols-[10rem_minmax(0,1fr)] lg:pt-12">
        <div className="max-w-40">
          <Portrait author={author} sizes="10rem" large />
        </div>
        <div className="max-w-measure">
          {author.role && <p className="label mb-2 text-quiet">{author.role}</p>}
          <h1 className="text-d6 font-semibold">{author.name}</h1>
          {author.biography.length > 0 && (
            <div className="mt-3">
              <Body blocks={author.biography} place={publication} />
            </div>
          )}
          {author.links.length > 0 && (
            <ul aria-label={`${author.name} elsewhere`} className="mt-3 flex flex-wrap gap-x-5 font-sans text-small">
              {author.links.map((link) => (
                <li key={link.href}>
                  <a className="link inline-block py-1" href={link.href} rel="me">
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </header>
      <p className="meta mt-4">{formatCount(stories.total, 'story', 'stories', publication)}</p>
      <StoryList stories={stories} place={publication} href={author.href} />
    </div>
  )
}
