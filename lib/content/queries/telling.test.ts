import { expect, test } from 'vitest'
import { byTelling } from './telling.ts'

/** Slugs in order, of things that are shared so often by some stories and had by so many of all. */
const order = (things: Readonly<Record<string, readonly [count: number, all: number]>>, least?: number) =>
  byTelling(
    Object.entries(things).map(([slug, [count, all]]) => ({ slug, count, all })),
    least,
  ).map(({ slug }) => slug)

test('what is their own comes before what half of the publication has', () => {
  expect(order({ politics: [300, 60_000], budget: [50, 1000] })).toEqual(['budget', 'politics'])
})

test('of what is equally rare, what is shared more often comes first', () => {
  expect(order({ once: [5, 100], often: [9, 100] })).toEqual(['often', 'once'])
})

test('a single meeting may be chance, and comes after whatever meets again', () => {
  expect(order({ typo: [1, 2], budget: [2, 5000] })).toEqual(['budget', 'typo'])
})

test('where everything met once, the rarer comes first', () => {
  expect(order({ politics: [1, 900], canals: [1, 4], maps: [1, 30] })).toEqual(['canals', 'maps', 'politics'])
})

test('equals stay in the order in which they came', () => {
  expect(order({ b: [2, 8], a: [2, 8] })).toEqual(['b', 'a'])
})

test('what tells too little beside the first is left out', () => {
  expect(order({ chess: [220, 1400], economy: [10, 6000], typo: [1, 2] }, 0.1)).toEqual(['chess'])
  expect(order({ maps: [1, 30], canals: [1, 4] }, 0.1)).toEqual(['canals', 'maps'])
})

test('of nothing there is nothing to order', () => {
  expect(order({})).toEqual([])
})
