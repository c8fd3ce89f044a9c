import { stretchOf } from '#lib/content/calendar/names.ts'
import { hrefOf } from '#lib/content/calendar/period.ts'
import type { Publication } from '#lib/content/model.ts'
import type { ArchiveDay } from '#lib/content/queries/archive.ts'
import { ArchiveHead } from './archive-head.tsx'
import { Stepper } from './stepper.tsx'
import { StoryLines } from './story-lines.tsx'

interface Props {
  readonly publication: Publication
  readonly day: ArchiveDay
}

/** A day from morning to night. */
export function DayView({ publication, day }: Props) {
  const { locale } = publication
  return (
    <div className="wrap">
      <ArchiveHead publication={publication} page={day} stretch={stretchOf(day, publication)} />
      <Stepper page={day} locale={locale} label="Other days" />
      {day.count === 0 && <p className="py-10 text-quiet">Nothing was published on this day.</p>}
      <div className="max-w-[52rem] py-5">
        <StoryLines stories={day.stories} place={publication} level={2} dek />
      </div>
      <Stretches day={day} />
      {day.stories.length > 8 && <Stepper page={day} locale={locale} label="Other days, once more" />}
    </div>
  )
}

/** To the other pages of a day with more stories than one lists. */
function Stretches({ day: { period, earlier, later } }: Pick<Props, 'day'>) {
  if (earlier === null && later === null) return null
  const href = hrefOf(period)
  return (
    <nav aria-label="Pages" className="meta mb-6 flex gap-x-6">
      {earlier !== null && (
        <a className="link inline-block py-2" href={href + earlier} rel="prev">
          Earlier that day
        </a>
      )}
      {later !== null && (
        <a className="link inline-block py-2" href={href + later} rel="next">
          Later that day
        </a>
      )}
    </nav>
  )
}
