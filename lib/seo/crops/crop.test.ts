import fc from 'fast-check'
import { expect, test } from 'vitest'
import { picture } from '#tests/fixtures/stories.ts'
import { canCut, cropAddress, cropsOf, cutOf, readCropName } from './crop.ts'

const SHAPES = ['16x9', '4x3', '1x1'] as const
const RATIOS = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 }

test('a cut is the largest part of the picture in its shape', () => {
  expect(cutOf(picture(), '16x9')).toMatchObject({ left: 0, top: 0, width: 1600, height: 900 })
  expect(cutOf(picture(), '4x3')).toMatchObject({ width: 1200, height: 900 })
  expect(cutOf(picture(), '1x1')).toMatchObject({ width: 900, height: 900 })
  expect(cutOf(picture({ width: 900, height: 1600 }), '16x9')).toMatchObject({ width: 900, height: 506 })
})

test('a cut stands where the focus is', () => {
  const left = (x: number) => cutOf(picture({ focus: { x, y: 50 } }), '1x1').left
  expect([left(0), left(50), left(100)]).toEqual([0, 350, 700])
  const tall = picture({ width: 900, height: 1600, focus: { x: 50, y: 25 } })
  expect(cutOf(tall, '1x1').top).toBe(175)
})

test('a large picture is made smaller, a small one never larger', () => {
  expect(cutOf(picture({ width: 6400, height: 4800 }), '4x3').shown).toEqual({ width: 1600, height: 1200 })
  expect(cutOf(picture({ width: 300, height: 200 }), '1x1').shown).toEqual({ width: 200, height: 200 })
})

test('a cut lies within any picture, and has its shape to a pixel', () => {
  const pixels = fc.integer({ min: 1, max: 20_000 })
  const percent = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(pixels, pixels, percent, percent, fc.constantFrom(...SHAPES), (width, height, x, y, shape) => {
      const cut = cutOf(picture({ width, height, focus: { x, y } }), shape)
      expect(Math.min(cut.left, cut.top)).toBeGreaterThanOrEqual(0)
      expect(Math.min(cut.width, cut.height, cut.shown.width, cut.shown.height)).toBeGreaterThanOrEqual(1)
      expect(cut.left + cut.width).toBeLessThanOrEqual(width)
      expect(cut.top + cut.height).toBeLessThanOrEqual(height)
      const isWhole = cut.width === width || cut.height === height
      expect(isWhole).toBe(true)
      expect(Math.abs(cut.width - cut.height * RATIOS[shape])).toBeLessThanOrEqual(2)
    }),
  )
})

test('a picture that has a shape is given as it is, in the others by its crops', () => {
  const crops = cropsOf('a', picture({ src: '/media/orbit.jpg?v=1' }))
  expect(crops.map(({ src, width, height }) => [src.replace(/\?.*/, ''), width, height])).toEqual([
    ['/media/orbit.jpg', 1600, 900],
    ['/share/crops/a-4x3.jpg', 1200, 900],
    ['/share/crops/a-1x1.jpg', 900, 900],
  ])
})

test.for(['/media/a.gif?v=1', '/media/a.svg?v=1'])('%s is given as it is', (src) => {
  expect(cropsOf('a', picture({ src }))).toEqual([{ src, width: 1600, height: 900 }])
})

test('a picture too large to be cut is given as it is', () => {
  const huge = picture({ width: 10_000, height: 10_000 })
  expect(canCut(huge)).toBe(false)
  expect(cropsOf('a', huge)).toHaveLength(1)
})

test('the address changes with the bytes and the focus, and with nothing else', () => {
  const address = (over = {}) => cropAddress('a', picture({ src: '/media/orbit.jpg?v=1', ...over }), '1x1')
  expect(address({ alt: 'Another', credit: null })).toBe(address())
  expect(address({ src: '/media/orbit.jpg?v=2' })).not.toBe(address())
  expect(address({ focus: { x: 0, y: 0 } })).not.toBe(address())
})

test('a name tells story and shape', () => {
  expect(readCropName('one-1x1-two-16x9.jpg')).toEqual({ slug: 'one-1x1-two', shape: '16x9' })
  for (const name of ['', 'a.jpg', '-1x1.jpg', 'a-2x1.jpg', 'a-1x1.png']) expect(readCropName(name)).toBeNull()
})
