import type { ImageObject } from 'schema-dts'
import type { Picture, Publication } from '../../content/model.ts'

/** A picture with its own size. */
export function imageOf(
  { url }: Publication,
  { src, width, height, credit = null }: Pick<Picture, 'src' | 'width' | 'height'> & { credit?: string | null },
): Exclude<ImageObject, string> {
  return {
    '@type': 'ImageObject',
    url: new URL(src, url).href,
    width: String(width),
    height: String(height),
    creditText: credit ?? undefined,
  }
}
