import sharp from 'sharp'
import type { Cut } from './crop.ts'

/** Of the JPEG; higher ones double the bytes and show no more. */
const QUALITY = 80

/**
 * Cuts a picture to shape; what shines through becomes white.
 * @param file where it is
 * @returns a JPEG, which every consumer of structured data can read
 * @throws what sharp does when the file is gone or no picture
 */
export async function makeCrop(file: string, { left, top, width, height, shown }: Cut): Promise<Buffer> {
  return await sharp(file, { sequentialRead: true })
    .autoOrient()
    .extract({ left, top, width, height })
    .resize({ ...shown, fit: 'fill' })
    .flatten({ background: '#fff' })
    .jpeg({ quality: QUALITY, progressive: true })
    .toBuffer()
}
