/** In CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The most that whoever asks has room for. */
export type Room = { readonly [Side in keyof Size]: number | null }

/** With the picture beside the words; with the picture over them. */
const WIDE: Size = { width: 600, height: 260 }
const NARROW: Size = { width: 340, height: 440 }

/** From here on the picture stands beside the words; see `components/embed/card.css`. */
const WIDE_FROM = 480

/**
 * How large a story's card is in the room there is. It leaves out its picture rather than grow over that.
 * @see https://oembed.com/#section2.3.4.4 (“must obey maxwidth and maxheight”)
 */
export function cardSize({ width, height }: Room): Size {
  const form = (width ?? WIDE.width) >= WIDE_FROM ? WIDE : NARROW
  const most = form === WIDE ? WIDE.width : WIDE_FROM - 1
  return { width: Math.min(width ?? most, most), height: Math.min(height ?? form.height, form.height) }
}

/** Whether something fits into the room there is. */
export const fits = (size: Size, room: Room): boolean =>
  size.width <= (room.width ?? size.width) && size.height <= (room.height ?? size.height)
