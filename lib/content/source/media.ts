import { imageSize } from 'image-size'

/** Width and height in pixels as shown: a photograph's rotation is applied. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Formats that every reader's browser shows and that can be scaled. */
const PICTURES = /\.(?:jpe?g|png|webp|avif|gif)$/i

/** Whether a file is to be shown as a picture, by its name. */
export const isPicture = (file: string): boolean => PICTURES.test(file)

/** The size of a picture, or null for what is none. */
export function measure(bytes: Uint8Array): Size | null {
  try {
    return upright(imageSize(bytes))
  } catch {
    return null
  }
}

/** Exif orientations 5 to 8 turn a picture by a quarter. */
function upright({ width, height, orientation = 1 }: Size & { orientation?: number }): Size | null {
  if (!(width > 0 && height > 0)) return null
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}
