import { SHARE_SIZE, type ShareSubject } from './address.ts'
import { fitText } from './fit.ts'
import { type Card, fill, place } from './layers.ts'
import { GROUND, HAIR, INK, QUIET, tintOf } from './palette.ts'
import { isRightToLeft, type SetText } from './text.ts'

/** The part of a card that a photo takes, in pixels. */
export const PHOTO = { width: 500, height: SHARE_SIZE.height } as const

/** Around the words, in pixels; networks round corners and cover edges. */
const MARGIN = 60

/** From the top: the section's colour, the paper's name, the rule under it, the kicker; the foot has the byline. */
const BAR = 12
const NAME = { top: 48, height: 52 }
const RULE_TOP = 112
const KICKER = { top: 146, height: 34, space: 50 }
const FOOT_TOP = 542

const SIZES = {
  beside: [84, 76, 68, 62, 56, 52, 48, 44, 40],
  alone: [128, 116, 104, 94, 86, 78, 70, 64, 58],
}

/** Small capitals in effect; scripts that have none are set larger instead. */
const CASED = { sizes: [24, 22, 20], tracking: 1.8 }
const CASELESS = { sizes: [30, 27, 24], tracking: 0 }

/**
 * A headline on paper with who signs, or at the foot of it an author's name; a picture takes the side where its lines end. What runs from right to
 * left is set the other way round as a whole.
 * @param picture pixels in the size of {@link PHOTO}
 */
export async function drawStory(subject: ShareSubject, picture: Buffer | null): Promise<Card> {
  const { title, kicker, byline, publication, tint } = subject
  const mirrored = isRightToLeft(title)
  const free = SHARE_SIZE.width - (picture ? PHOTO.width : 0)
  const [start, width] = [mirrored ? SHARE_SIZE.width - free : 0, free - 2 * MARGIN]
  const colour = tintOf(tint)
  const capitals = kicker.toUpperCase()
  const { sizes, tracking } = capitals === kicker.toLowerCase() ? CASELESS : CASED
  const top = kicker === '' ? KICKER.top : KICKER.top + KICKER.space
  const bottom = byline === '' ? SHARE_SIZE.height - MARGIN : FOOT_TOP - 30
  const serif = { family: 'serif', colour: INK } as const
  const sans = { family: 'sans', colour: QUIET, weight: 500 } as const
  const box = (height: number) => ({ width, height })
  // One after the other, so that a card takes one core and not all.
  const name = await fitText(publication, { ...serif, weight: 700 }, [44, 38, 32, 28], box(NAME.height))
  const over = await fitText(capitals, { ...sans, colour, weight: 650, tracking }, sizes, box(KICKER.height))
  const words = await fitText(title, { ...serif, weight: 500 }, picture ? SIZES.beside : SIZES.alone, box(bottom - top))
  const under = await fitText(byline, sans, [26, 24, 22], box(34))
  const drop = subject.kind === 'authors' ? bottom - top - (words?.height ?? 0) : 0
  const at = (set: SetText | null, y: number) =>
    place(set, start + (mirrored ? MARGIN + width - (set?.width ?? 0) : MARGIN), y)
  return {
    ground: GROUND,
    layers: [
      fill(colour, start, 0, free, BAR),
      ...at(name, NAME.top + (NAME.height - (name?.height ?? 0)) / 2),
      fill(INK, start + MARGIN, RULE_TOP, width, 2),
      ...at(over, KICKER.top + drop),
      ...at(words, top + drop),
      ...(under ? [fill(HAIR, start + MARGIN, FOOT_TOP, width, 1)] : []),
      ...at(under, FOOT_TOP + 22),
      ...(picture
        ? [{ input: picture, raw: { ...PHOTO, channels: 3 as const }, left: mirrored ? 0 : free, top: 0 }]
        : []),
    ],
  }
}
