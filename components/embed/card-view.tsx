import { Picture } from '#components/picture/picture.tsx'
import { Byline } from '#components/text/byline.tsx'
import { Stamp } from '#components/text/stamp.tsx'
import { tintOf } from '#components/text/tint.ts'
import type { Publication, Story } from '#lib/content/model.ts'
import './card.css'

interface Props {
  readonly publication: Publication
  readonly story: Story
}

/** Links leave the frame that the card stands in. */
const AWAY = { target: '_blank', rel: 'noopener' }

/** Under a headline that is longer there is no room for the dek. */
const LONG = 70

/** A story as other sites show it in a frame; the frame has the size, and the card fills it. */
export function CardView({ publication, story }: Props) {
  const { headline, dek, href, picture } = story
  const isWithdrawn = story.state === 'withdrawn'
  return (
    <main className={`embed ${tintOf(story.section)}`}>
      {picture && !isWithdrawn && (
        <div className="embed-picture">
          <Picture picture={picture} crop="wide" sizes="(min-width: 30rem) 15rem, 100vw" widest={480} first />
        </div>
      )}
      <article className="embed-words">
        <p className="kicker mb-1.5">{isWithdrawn ? 'Withdrawn' : story.kicker}</p>
        <h1 className={`line-clamp-5 font-medium ${picture ? 'text-d2' : 'text-d3'}`} dir="auto">
          <a className="headlink stretched" href={`${publication.url}${href}`} {...AWAY}>
            {headline}
          </a>
        </h1>
        {isWithdrawn && <p className="mt-2 text-base">This story has been withdrawn. Its page says why.</p>}
        {!isWithdrawn && dek && headline.length <= LONG && (
          <p className="embed-dek mt-1.5 line-clamp-2 text-base text-quiet" dir="auto">
            {dek}
          </p>
        )}
        <p className="meta dotted mt-2">
          <span>
            <Byline byline={story.byline} locale={publication.locale} />
          </span>
          <Stamp moment={story.published} form="day" place={publication} />
        </p>
        <p className="embed-paper text-base font-semibold">
          <a className="headlink" href={publication.url} {...AWAY}>
            {publication.name}
          </a>
        </p>
      </article>
    </main>
  )
}
