import { Card } from '#components/card/card.tsx'
import type { Front, Publication, Story } from '#lib/content/model.ts'
import { columnsFor } from './columns.ts'
import { LatestRail } from './latest-rail.tsx'
import { Lead } from './lead.tsx'
import { MostReadRail } from './most-read-rail.tsx'
import { SectionBlock } from './section-block.tsx'

interface Props {
  readonly publication: Publication
  readonly front: Front
  /** The most read first; none where there is nothing to tell of it. */
  readonly mostRead: readonly Story[]
}

export function FrontView({ publication, front, mostRead }: Props) {
  const { lead, second, blocks, latest } = front
  const name = front.edition?.name ?? publication.name
  const place = { locale: front.edition?.locale ?? publication.locale, timeZone: publication.timeZone }
  return (
    <div className="wrap">
      <h1 className="sr-only">{name}: the front page</h1>
      {lead === null && latest.length === 0 && <p className="py-16 text-d2 text-quiet">Nothing is published yet.</p>}
      <div className="ruled mt-7 lg:grid-cols-12">
        {lead && (
          <div className={latest.length > 0 ? 'lg:col-span-9' : 'lg:col-span-12'}>
            <Lead story={lead} place={place} />
          </div>
        )}
        {second.length > 0 && (
          <section aria-label="More top stories" className="lg:col-span-12">
            <div className={`ruled ${columnsFor(second.length)}`}>
              {second.map((story) => (
                <Card key={story.slug} story={story} place={place} level={2} size="medium" arrangement="adaptive" />
              ))}
            </div>
          </section>
        )}
        {latest.length > 0 && (
          <div className={lead ? 'lg:col-span-3 lg:col-start-10 lg:row-start-1' : 'lg:col-span-12'}>
            <LatestRail stories={latest} place={place} />
          </div>
        )}
      </div>
      {mostRead.length > 0 && <MostReadRail stories={mostRead} />}
      {blocks.map((block, position) => (
        <SectionBlock key={block.section.slug} block={block} place={place} position={position} />
      ))}
    </div>
  )
}
