import { daysBefore } from '#lib/content/calendar/period.ts'
import type { Counted } from '#lib/content/queries/archive.ts'

/** In the units of the drawing: a day's square, and from one to the next. */
const [SIDE, STEP] = [10, 12]

/** How dark a square may be. */
const SHADES = 4

export const HEAT_WIDTH = 7 * STEP - (STEP - SIDE)
export const HEAT_HEIGHT = 6 * STEP - (STEP - SIDE)

/** 0 for a day without stories, else 1 to 4, as they compare to the day with most. */
export const shadeOf = (count: number, most: number): number => Math.ceil((SHADES * count) / Math.max(1, most))

/**
 * A month as a calendar of squares, one path of SVG for all days of a shade: what is drawn 365 times is said in few bytes.
 * @param month `2022-04`
 * @param most stories of any day
 * @param firstDay of a week, from 1 for Monday to 7
 * @returns paths by shade, those without days left out
 */
export function heatOf(
  month: string,
  days: readonly Counted[],
  most: number,
  firstDay: number,
): { readonly shade: number; readonly path: string }[] {
  const before = daysBefore(month, firstDay)
  return Array.from({ length: SHADES + 1 }, (_, shade) => ({
    shade,
    path: days.map(({ count }, at) => (shadeOf(count, most) === shade ? squareAt(before + at) : '')).join(''),
  })).filter(({ path }) => path !== '')
}

const squareAt = (place: number): string =>
  `M${(place % 7) * STEP} ${Math.floor(place / 7) * STEP}h${SIDE}v${SIDE}h-${SIDE}z`
