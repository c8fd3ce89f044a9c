import { SHARE_SIZE, type ShareSubject } from './address.ts'
import { fitText } from './fit.ts'
import { type Card, fill, place } from './layers.ts'
import { GROUND, tintOf } from './palette.ts'

/** All words stand within the square that some networks cut from the middle, where they fit. */
const BOX = { width: 1000, height: 300 }
const SIZES = [168, 144, 120, 100, 84, 68, 54]
const RULE = { width: 560, top: 158 }

/** A section's name on its colour, under the paper's name. */
export async function drawSection({ title, publication, tint }: ShareSubject): Promise<Card> {
  const { width, height } = SHARE_SIZE
  const look = { family: 'serif', colour: GROUND, centred: true } as const
  const name = await fitText(publication, { ...look, weight: 700 }, [52, 44, 36], { width: BOX.width, height: 64 })
  const words = await fitText(title, { ...look, weight: 500 }, SIZES, BOX)
  const middle = (part: number) => (width - part) / 2
  const centre = RULE.top + (height - RULE.top) / 2
  return {
    ground: tintOf(tint),
    layers: [
      ...(name ? place(name, middle(name.width), 114 - name.height / 2) : []),
      fill(GROUND, middle(RULE.width), RULE.top, RULE.width, 2),
      ...(words ? place(words, middle(words.width), centre - words.height / 2 - 24) : []),
      fill(GROUND, middle(RULE.width), height - 72, RULE.width, 2),
    ],
  }
}
