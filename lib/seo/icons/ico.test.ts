import { imageSize } from 'image-size'
import { expect, test } from 'vitest'
import { drawIcon } from './draw.ts'
import { FAVICON } from './forms.ts'
import { toIco } from './ico.ts'

test('a favicon holds a picture of each size, whole', async () => {
  const images = await Promise.all(
    FAVICON.map(async (form) => ({ side: form.side, png: await drawIcon({ logo: null, name: 'A' }, form) })),
  )
  const ico = toIco(images)
  expect(imageSize(ico).images?.map(({ width }) => width)).toEqual([16, 32, 48])
  for (const [n, { png }] of images.entries()) {
    const [length, offset] = [ico.readUInt32LE(6 + 16 * n + 8), ico.readUInt32LE(6 + 16 * n + 12)]
    expect(ico.subarray(offset, offset + length)).toEqual(png)
  }
})
