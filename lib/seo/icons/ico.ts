const HEADER = 6
const ENTRY = 16

/**
 * Puts PNGs into one file for browsers and others that ask for `/favicon.ico` whatever a page says.
 * @param images PNGs by their side in pixels, 1 to 256
 * @see https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function toIco(images: readonly { readonly side: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(HEADER + ENTRY * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  for (const [n, { side, png }] of images.entries()) {
    const at = HEADER + ENTRY * n
    // Of 256 the byte says 0.
    head.writeUInt8(side % 256, at)
    head.writeUInt8(side % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)])
}
