import { type Crop, Picture } from '#components/picture/picture.tsx'
import type { Place } from '#components/text/format.ts'
import { tintOf } from '#components/text/tint.ts'
import type { Story } from '#lib/content/model.ts'
import { Headline, type Level, type Size } from './headline.tsx'
import { Kicker } from './kicker.tsx'
import { Signature } from './signature.tsx'

/**
 * Where the picture stands: over the words, beside them on any screen, beside them on a phone and over them elsewhere.
 * On a phone the words beside a picture are the headline and who signs it.
 */
type Arrangement = 'text' | 'over' | 'beside' | 'adaptive'

const ARRANGEMENTS: Record<Arrangement, { card: string; picture: string; crop: Crop; dek: string }> = {
  text: { card: '', picture: 'hidden', crop: 'photo', dek: '' },
  over: { card: 'card-over', picture: 'order-first', crop: 'wide', dek: '' },
  beside: {
    card: 'card-beside',
    picture: '',
    crop: 'photo',
    dek: 'max-sm:hidden',
  },
  adaptive: {
    card: 'card-adaptive',
    picture: 'sm:order-first sm:w-full',
    crop: 'photo',
    dek: 'max-sm:hidden',
  },
}

interface Props {
  readonly story: Story
  readonly place: Place
  readonly level?: Level
  readonly size?: Size
  readonly arrangement?: Arrangement
  readonly dek?: boolean
  readonly crop?: Crop
  readonly sizes?: string
  readonly className?: string
}

/** How wide a card's picture stands where nothing else is said. */
const SMALL = { sizes: '(min-width: 48rem) 20rem, 30vw', widest: 320 }

/** A story on a front or in a list. */
export function Card(props: Props) {
  const { story, place, level = 3, size = 'small', arrangement = 'text', dek = true, className = '' } = props
  const picture = arrangement === 'text' ? null : story.picture
  const form = ARRANGEMENTS[picture ? arrangement : 'text']
  return (
    <article className={`relative ${tintOf(story.section)} ${form.card} ${className}`}>
      <div className="min-w-0">
        <Kicker story={story} />
        <Headline story={story} level={level} size={size} />
        {dek && story.dek && <p className={`mt-2 text-base text-quiet ${form.dek}`}>{story.dek}</p>}
        <Signature story={story} place={place} />
      </div>
      {picture && (
        <div className={form.picture}>
          <Picture
            picture={picture}
            crop={props.crop ?? form.crop}
            {...(props.sizes === undefined ? SMALL : { sizes: props.sizes })}
          />
        </div>
      )}
    </article>
  )
}
