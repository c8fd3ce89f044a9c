import { PAPER } from '../paper.ts'

/** The colours of the site by day, as `app/styles/tokens.css` has them: a picture cannot ask for dark mode. */
export const INK = '#1b1917'
export const QUIET = '#5d5851'
export const GROUND = PAPER.light
export const HAIR = '#d8d2c6'

const TINTS = ['#1d4f7c', '#77305f', '#2c5f3b', '#0d5d66', '#7d480a', '#4c4091', '#44525e', '#56590f']

/** A section's colour. Text in it is legible on paper, and paper on it. @param tint 1–8 */
export const tintOf = (tint: number): string => TINTS[(tint - 1) % TINTS.length] ?? INK
