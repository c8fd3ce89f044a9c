import { LARGE, SMALL } from './address.ts'
import type { IconForm } from './draw.ts'

/** The icons at `/icons/<name>`. */
export const ICONS: ReadonlyMap<string, IconForm> = new Map([
  [`${SMALL}.png`, { side: SMALL, part: 1, ground: false }],
  // It stands for the publication in previews too, whose ground may be dark.
  [`${LARGE}.png`, { side: LARGE, part: 0.8, ground: true }],
  // What is sure to be seen is a circle of four fifths of a side, in which the largest square has 0.8 / √2 of it.
  // @see https://www.w3.org/TR/appmanifest/#icon-masks
  ['maskable.png', { side: LARGE, part: 0.56, ground: true }],
])

/** iOS rounds the corners and shows black where there is no ground. */
export const APPLE: IconForm = { side: 180, part: 0.8, ground: true }

/** What `/favicon.ico` holds: as tabs and bookmarks of ordinary and of dense screens show it. */
export const FAVICON: readonly IconForm[] = [16, 32, 48].map((side) => ({ side, part: 1, ground: false }))
