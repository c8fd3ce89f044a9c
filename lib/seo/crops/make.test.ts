import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { contentFolder } from '#tests/fixtures/content.ts'
import { cutOf } from './crop.ts'
import { makeCrop } from './make.ts'

/** Red at the left, blue at the right. */
async function halves(width: number, height: number): Promise<Sharp> {
  const blue = await sharp({ create: { width: width / 2, height, channels: 3, background: '#00f' } })
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#f00' } }).composite([
    { input: blue, left: width / 2, top: 0 },
  ])
}

test('a crop is a JPEG of the size it is said to have, cut at the focus', async () => {
  await using folder = await contentFolder()
  const file = path.join(folder.root, 'media/halves.png')
  await writeFile(file, await (await halves(400, 100)).png().toBuffer())
  const cut = cutOf({ src: '', width: 400, height: 100, focus: { x: 100, y: 50 } }, '1x1')
  const jpeg = await makeCrop(file, cut)
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 100, height: 100 })
  expect((await sharp(jpeg).stats()).dominant).toMatchObject({ r: 8, b: 248 })
})

test('a photograph that was taken sideways is cut upright', async () => {
  await using folder = await contentFolder()
  const file = path.join(folder.root, 'media/sideways.jpg')
  await writeFile(file, await (await halves(400, 200)).jpeg().withMetadata({ orientation: 6 }).toBuffer())
  // Turned, red is above blue.
  const cut = cutOf({ src: '', width: 200, height: 400, focus: { x: 50, y: 100 } }, '1x1')
  const jpeg = await makeCrop(file, cut)
  expect(await sharp(jpeg).metadata()).toMatchObject({ width: 200, height: 200 })
  expect((await sharp(jpeg).stats()).dominant).toMatchObject({ r: 8, b: 248 })
})
