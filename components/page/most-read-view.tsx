import { Card } from '#components/card/card.tsx'
import { RowCard } from '#components/card/row-card.tsx'
import { tintOf } from '#components/text/tint.ts'
import type { Publication, Story } from '#lib/content/model.ts'
import type { MostRead } from '#lib/content/queries/most-read.ts'
import { PageHead } from './page-head.tsx'

interface Props {
  readonly publication: Publication
  readonly mostRead: MostRead
  /** What is shown while there are too few counts. */
  readonly latest: readonly Story[]
}

/** The stories that are read most, and how that is known. */
export function MostReadView({ publication, mostRead, latest }: Props) {
  const { counted, stories } = mostRead
  return (
    <div className="wrap">
      <PageHead
        title="Most read"
        description={stories.length > 0 ? 'What readers have opened in the last hours.' : null}
      />
      {stories.length === 0 ? (
        <Instead counted={counted} latest={latest} publication={publication} />
      ) : (
        <ol className="max-w-[62rem] pt-7">
          {stories.map((story, before) => (
            <li
              key={story.slug}
              className={`grid grid-cols-[2.25rem_minmax(0,1fr)] items-start gap-x-3 border-hair not-first:mt-5 not-first:border-t not-first:pt-5 sm:grid-cols-[4rem_minmax(0,1fr)] sm:gap-x-6 ${tintOf(story.section)}`}
            >
              <span aria-hidden="true" className="ordinal">
                {before + 1}
              </span>
              <Card story={story} place={publication} level={2} size="medium" arrangement="beside" />
            </li>
          ))}
        </ol>
      )}
      {counted && (
        <p className="meta mt-10 max-w-[60ch] border-hair border-t pt-4">
          This list is counted by our own server, without cookies or scripts: each reader of a story once in half an
          hour, robots not at all, and an opening of six hours ago half as much as one of now. Nothing is kept of who
          read what.
        </p>
      )}
    </div>
  )
}

/** What there is to read while nobody can say what is read most. */
function Instead({
  counted,
  latest,
  publication,
}: Pick<Props, 'latest' | 'publication'> & { readonly counted: boolean }) {
  return (
    <>
      <p className="pt-8 text-body text-quiet">
        {counted
          ? 'Too few stories have been opened in the last hours to tell.'
          : 'Readers are not counted at present.'}{' '}
        {latest.length > 0 && 'These are the latest stories.'}
      </p>
      <div className="stacked pt-7">
        {latest.map((story) => (
          <RowCard key={story.slug} story={story} place={publication} />
        ))}
      </div>
    </>
  )
}
