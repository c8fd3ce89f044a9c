import { expect, test } from 'vitest'
import { monthKeys } from './month-keys.ts'

const APRIL = { state: 'published', month: '2022-04', modified: 1 } as const

test('a story that comes or goes changes its month, and the list of months', () => {
  expect(monthKeys(null, APRIL)).toEqual(['month:2022-04', 'months'])
  expect(monthKeys(APRIL, null)).toEqual(['month:2022-04', 'months'])
})

test('a story that moves to another month changes both', () => {
  expect(monthKeys(APRIL, { ...APRIL, month: '2022-05' })).toEqual(['month:2022-04', 'month:2022-05', 'months'])
})

test('one that is shown otherwise, with no later date, changes its month alone', () => {
  expect(new Set(monthKeys(APRIL, APRIL))).toEqual(new Set(['month:2022-04']))
})

test('what is not published is in no month', () => {
  const draft = { ...APRIL, state: 'draft' } as const
  expect(monthKeys(draft, { ...draft, modified: 2 })).toEqual([])
  expect(monthKeys(draft, APRIL)).toEqual(['month:2022-04', 'months'])
})
