import sharp from 'sharp'
import { expect, test } from 'vitest'
import { PNG } from '#tests/fixtures/content.ts'
import { isPicture, measure } from './media.ts'

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c00' } })

test('a picture has its size', async () => {
  expect(measure(await picture(7, 5).webp().toBuffer())).toEqual({ width: 7, height: 5 })
})

test.each([
  [3, { width: 8, height: 4 }],
  [5, { width: 4, height: 8 }],
  [6, { width: 4, height: 8 }],
])('a photograph that was turned in the way %i is measured upright', async (orientation, size) => {
  expect(measure(await picture(8, 4).withMetadata({ orientation }).jpeg().toBuffer())).toEqual(size)
})

test('a picture may tell its size late', async () => {
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(0xfffd)])
  const jpeg = await picture(8, 4).jpeg().toBuffer()
  expect(measure(Buffer.concat([jpeg.subarray(0, 2), comment, comment, jpeg.subarray(2)]))).toEqual({
    width: 8,
    height: 4,
  })
})

test.each([
  ['half a picture', PNG.subarray(0, 12)],
  ['nothing', Buffer.alloc(0)],
  ['a picture of no height', Buffer.from(PNG).fill(0, 20, 24)],
  ['text', Buffer.from('not a picture')],
])('%s has no size', (_, bytes) => {
  expect(measure(bytes)).toBeNull()
})

test('a drawing or a sound is not shown as a picture', () => {
  expect(['a.JPG', 'a.webp', 'a.avif', 'a.svg', 'a.mp3'].map(isPicture)).toEqual([true, true, true, false, false])
})
