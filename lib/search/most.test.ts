import { expect, test } from 'vitest'
import { Bits } from '../content/catalog/bits.ts'
import { mostOf } from './most.ts'

const word = (weight: number, ...ids: number[]) => ({ bits: Bits.of(ids), weight })

test('those stories are chosen that have nearly as much of a search as the best', () => {
  const words = [word(5, 1, 2), word(4, 1, 3), word(0.1, 1, 2, 3, 4)]
  expect(mostOf([1, 2, 3, 4], words)).toEqual([1])
  expect(mostOf([2, 3, 4], words)).toEqual([2, 3])
})

test('where no story has a word that tells anything, none is chosen', () => {
  expect([mostOf([1, 2], [word(3, 9)]), mostOf([1], [word(0, 1)]), mostOf([], [word(3, 9)])]).toEqual([[], [], []])
})
