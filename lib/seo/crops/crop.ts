import { createHash } from 'node:crypto'
import type { Picture } from '../../content/model.ts'

/**
 * The shapes in which search engines want a story's picture.
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
const SHAPES = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 } as const
export type Shape = keyof typeof SHAPES

/** Nobody shows one wider, in pixels. */
const WIDEST = 1600

/** A picture with more pixels is neither cut nor scaled: 64 million take 200 MB of memory as long as that lasts. */
export const MOST_PIXELS = 64_000_000

/** What can be cut: drawings and animations cannot. `src` ends in the version of the file. */
const CUTTABLE = /\.(?:avif|jpe?g|png|webp)(?:\?|$)/i

/** Changes when all crops are to be cut anew. */
const MANNER = 1

/** A part of a picture and the size it is shown in, in pixels. */
export interface Cut {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly shown: { readonly width: number; readonly height: number }
}

/** A picture in one of the shapes: where it is, and its size in pixels. */
export interface Crop {
  readonly src: string
  readonly width: number
  readonly height: number
}

type Cropped = Pick<Picture, 'src' | 'width' | 'height' | 'focus'>

/**
 * The largest part of a picture in a shape, with the point of focus where `object-position` has it on pages; made
 * smaller where it is very wide, never larger.
 * @see https://www.w3.org/TR/css-images-3/#the-object-position
 */
export function cutOf({ width, height, focus }: Cropped, shape: Shape): Cut {
  const ratio = SHAPES[shape]
  const cut = {
    width: Math.min(width, Math.round(height * ratio)),
    height: Math.min(height, Math.round(width / ratio)),
  }
  const shown = Math.min(cut.width, WIDEST)
  return {
    left: Math.round(((width - cut.width) * focus.x) / 100),
    top: Math.round(((height - cut.height) * focus.y) / 100),
    ...cut,
    shown: { width: shown, height: Math.max(1, Math.round((shown * cut.height) / cut.width)) },
  }
}

/** A mark of all that a crop shows but its shape: another one, another picture. */
const versionOf = ({ src, focus }: Cropped): string =>
  createHash('sha256')
    .update(JSON.stringify([MANNER, src, focus]))
    .digest('base64url')
    .slice(0, 12)

/** Where a story's picture is in a shape. */
export const cropAddress = (slug: string, picture: Cropped, shape: Shape): string =>
  `/share/crops/${slug}-${shape}.jpg?v=${versionOf(picture)}`

/** The story and the shape that the name of a crop tells, or null for what names none. */
export function readCropName(name: string): { readonly slug: string; readonly shape: Shape } | null {
  const [, slug, shape] = /^(.+)-(16x9|4x3|1x1)\.jpg$/.exec(name) ?? []
  return slug && shape ? { slug, shape: shape as Shape } : null
}

export const canCut = ({ src, width, height }: Cropped): boolean => CUTTABLE.test(src) && width * height <= MOST_PIXELS

/** A story's picture in each of the shapes; as it is, where it has the shape already or cannot be cut. */
export function cropsOf(slug: string, picture: Cropped): Crop[] {
  const { src, width, height } = picture
  const whole = { src, width, height }
  if (!canCut(picture)) return [whole]
  return (Object.keys(SHAPES) as Shape[]).map((shape) => {
    const { shown } = cutOf(picture, shape)
    return shown.width === width && shown.height === height
      ? whole
      : { src: cropAddress(slug, picture, shape), ...shown }
  })
}
