import { expect, test } from 'vitest'
import { readPage } from './paging.ts'

test('a list without a number is at its first page', () => {
  expect(readPage(undefined)).toBe(1)
})

test.each(['1', '2', '40'])('%s is a page', (value) => {
  expect(readPage(value)).toBe(Number(value))
})

test.each(['', '0', '-1', '01', '1.5', 'abc', '1e3', '9999999', ' 1'])('"%s" is no page', (value) => {
  expect(readPage(value)).toBeNull()
})

test('two numbers are no page', () => {
  expect(readPage(['1', '2'])).toBeNull()
})
