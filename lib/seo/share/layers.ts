import type { OverlayOptions } from 'sharp'
import type { SetText } from './text.ts'

/** What stands on a card, and on what. */
export interface Card {
  readonly ground: string
  /** From the back to the front. */
  readonly layers: readonly OverlayOptions[]
}

/** A rectangle of one colour, in pixels. */
export const fill = (colour: string, left: number, top: number, width: number, height: number): OverlayOptions => ({
  input: { create: { width, height, channels: 3, background: colour } },
  left,
  top,
})

/** Words at a place, or nothing where there are none. */
export const place = (set: SetText | null, left: number, top: number): OverlayOptions[] =>
  set === null ? [] : [{ input: set.input, left: Math.round(left), top: Math.round(top) }]
