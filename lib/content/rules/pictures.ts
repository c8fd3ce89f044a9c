import { didYouMeanPath } from '../suggest.ts'
import type { Names } from './names.ts'

/** What is wrong with a picture's file, or null. */
export function pictureFault(
  src: string,
  { media }: Names,
): { rule: 'missing-image' | 'bad-image'; message: string } | null {
  if (!media.has(src)) {
    const here = src.startsWith('/media/') ? '' : '; pictures are files in media/, written /media/name.jpg'
    return { rule: 'missing-image', message: `there is no picture "${src}"${didYouMeanPath(src, media.paths)}${here}` }
  }
  if (!media.isPicture(src)) {
    return {
      rule: 'bad-image',
      message: `"${src}" cannot be shown: it is no JPEG, PNG, WebP, AVIF or GIF, or it is damaged`,
    }
  }
  return null
}
