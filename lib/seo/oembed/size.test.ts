import { expect, test } from 'vitest'
import { cardSize, fits } from './size.ts'

test.for([
  [
    { width: null, height: null },
    { width: 600, height: 260 },
  ],
  [
    { width: 1200, height: 1000 },
    { width: 600, height: 260 },
  ],
  [
    { width: 500, height: null },
    { width: 500, height: 260 },
  ],
  [
    { width: 479, height: null },
    { width: 479, height: 440 },
  ],
  [
    { width: 300, height: null },
    { width: 300, height: 440 },
  ],
  [
    { width: 300, height: 200 },
    { width: 300, height: 200 },
  ],
  [
    { width: null, height: 120 },
    { width: 600, height: 120 },
  ],
] as const)('in %o a card is %o', ([room, size]) => {
  expect(cardSize(room)).toEqual(size)
})

test('a card never takes more than the room there is', () => {
  for (let width = 1; width < 1300; width += 7)
    for (let height = 1; height < 900; height += 13) {
      expect(fits(cardSize({ width, height }), { width, height })).toBe(true)
    }
})
