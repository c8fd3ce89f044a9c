import sharp from 'sharp'
import { MOST_PIXELS } from '../crops/crop.ts'
import type { ShareSubject } from './address.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * A picture in a size, with the point of focus where `object-position` has it on pages; outside the main thread.
 * @param file where it is
 * @returns its pixels, three bytes each; null when it cannot be read as a picture
 * @see https://www.w3.org/TR/css-images-3/#the-object-position
 */
export async function cutPhoto(
  file: string,
  { focus }: NonNullable<ShareSubject['picture']>,
  { width, height }: Size,
): Promise<Buffer | null> {
  const options = { limitInputPixels: MOST_PIXELS }
  try {
    const { autoOrient: whole } = await sharp(file, options).metadata()
    const cut = {
      width: Math.max(1, Math.min(whole.width, Math.round((whole.height * width) / height))),
      height: Math.max(1, Math.min(whole.height, Math.round((whole.width * height) / width))),
    }
    return await sharp(file, options)
      .autoOrient()
      .extract({
        left: Math.round(((whole.width - cut.width) * focus.x) / 100),
        top: Math.round(((whole.height - cut.height) * focus.y) / 100),
        ...cut,
      })
      .resize({ width, height, fit: 'fill' })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer()
  } catch {
    return null
  }
}
