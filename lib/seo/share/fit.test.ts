import { expect, test } from 'vitest'
import { fitText } from './fit.ts'

const LOOK = { family: 'serif', weight: 500, colour: '#000000' } as const
const BOX = { width: 580, height: 316 }
const SIZES = [84, 62, 48, 40]

const words = (count: number, word: string) => Array.from({ length: count }, () => word).join(' ')

test.for([
  ['one short word', 'Tax'],
  ['110 letters of a headline', words(16, 'boats ').slice(0, 110)],
  ['110 letters without a space', 'W'.repeat(110)],
  ['long words', 'Uncharacteristically counterintelligence interdepartmental reorganisation'],
  ['Hebrew', words(18, 'ירושלים').slice(0, 110)],
  ['Arabic', words(18, 'الحكومة').slice(0, 110)],
  ['no end', words(500, 'and')],
] as const)('%s stays within its box', async ([, text]) => {
  const set = await fitText(text, LOOK, SIZES, BOX)
  expect(set?.width).toBeLessThanOrEqual(BOX.width)
  expect(set?.height).toBeLessThanOrEqual(BOX.height)
})

test('few words are set large', async () => {
  const [few, many] = [await fitText('Tax', LOOK, SIZES, BOX), await fitText(words(18, 'tax'), LOOK, SIZES, BOX)]
  expect(few?.height).toBeGreaterThan(50)
  expect(many?.height).toBeGreaterThan(few?.height ?? 0)
})

test('no line is left with a word of its own where others can share', async () => {
  const text = 'A tariff is a tax at the border, so say so'
  const set = await fitText(text, LOOK, [40], { width: 660, height: 316 })
  // All of it would be a full line and two words.
  expect(set?.width).toBeLessThan(500)
})

test('nothing is set of nothing', async () => {
  expect(await fitText('', LOOK, SIZES, BOX)).toBeNull()
})
