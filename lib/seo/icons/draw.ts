import sharp from 'sharp'
import { PAPER } from '../paper.ts'
import { drawMark } from './mark.ts'
import type { IconSource } from './source.ts'

/** How an icon is made of the logo. */
export interface IconForm {
  /** In pixels. */
  readonly side: number
  /** How much of a side the logo takes, up to 1. */
  readonly part: number
  /** On paper, or on nothing. */
  readonly ground: boolean
}

/** No logo is a poster: what is larger is not decoded. */
const MOST_PIXELS = 4096 * 4096

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 }

/**
 * Draws an icon, outside the main thread.
 * @returns a PNG; where the logo cannot be read as a picture, the mark stands in its place
 * @throws when the fonts of the mark are not there
 */
export async function drawIcon({ logo, name }: IconSource, form: IconForm): Promise<Buffer> {
  // The mark has a ground of its own.
  const drawLetter = async () => await draw(await drawMark(name), { ...form, part: 1 })
  return logo === null ? await drawLetter() : await draw(logo, form).catch(drawLetter)
}

async function draw(source: string | Buffer, { side, part, ground }: IconForm): Promise<Buffer> {
  const inner = Math.round(side * part)
  const before = Math.floor((side - inner) / 2)
  const after = side - inner - before
  const background = ground ? PAPER.light : CLEAR
  const picture = sharp(source, { limitInputPixels: MOST_PIXELS }).autoOrient()
  // sharp fills what is clear in the picture before anything is put around it, whichever is asked for first.
  return await (ground ? picture.flatten({ background }) : picture)
    .resize(inner, inner, { fit: 'contain', background })
    .extend({ top: before, bottom: after, left: before, right: after, background })
    .png({ compressionLevel: 9 })
    .toBuffer()
}
