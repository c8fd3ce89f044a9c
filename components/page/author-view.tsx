import { Body } from '#components/article/body.tsx'
import { Portrait } from '#components/picture/portrait.tsx'
import { formatCount } from '#components/text/format.ts'
import { Stamp } from '#components/text/stamp.tsx'
import type { Author, Paged, Publication, Story } from '#lib/content/model.ts'
import type { Beat } from '#lib/content/queries/beat.ts'
import { FeedLink } from './feed-link.tsx'
import { LinkRow } from './link-row.tsx'
import { StoryList } from './story-list.tsx'

interface Props {
  readonly publication: Publication
  readonly author: Author
  readonly stories: Paged<Story>
  /** What they cover; the first page has it, the older ones are an archive. */
  readonly beat: Beat | null
}

export function AuthorView({ publication, author, stories, beat }: Props) {
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
      <p className="meta dotted mt-4 items-baseline">
        {stories.total !== null && (
          <span>
            {formatCount(stories.total, 'story', 'stories', publication)}
            {beat?.since && (
              <>
                {' since '}
                <Stamp moment={beat.since} form="day" place={publication} />
              </>
            )}
          </span>
        )}
        <FeedLink href={author.href} title={author.name} />
      </p>
      {beat && (beat.topics.length > 0 || beat.sections.length > 0) && (
        <div className="no-print mt-3 grid gap-x-10 gap-y-3 border-hair border-b pb-4 lg:grid-cols-2">
          <LinkRow label="Writes about" entries={beat.topics} place={publication} />
          <LinkRow label={sectionsLabel(beat, stories.total)} entries={beat.sections} place={publication} />
        </div>
      )}
      <StoryList stories={stories} place={publication} href={author.href} />
    </div>
  )
}

/** Of somebody who wrote more than was looked at, sections count the newest only. */
const sectionsLabel = ({ seen }: Beat, total: number | null): string =>
  total !== null && seen < total ? `Writes in (newest ${seen})` : 'Writes in'
