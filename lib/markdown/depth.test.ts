import { expect, test } from 'vitest'
import { nestsTooDeep } from './depth.ts'

test.each([
  ['quotations', '> '.repeat(60)],
  ['lists', '- '.repeat(60)],
  ['numbered lists', '1. '.repeat(60)],
  ['fact boxes', ':::aside{title="a"}\n'.repeat(60)],
  ['emphasis', '*_'.repeat(2001)],
  ['a run of asterisks', `a${'*'.repeat(4001)}b`],
  ['headings by underline', 'a\n=\n'.repeat(1001)],
])('%s can be too deep', (_, text) => {
  expect(nestsTooDeep(`${text}x`)).toBe(true)
})

test.each([
  ['a dialogue of quotations', '> > > a\n'.repeat(100)],
  ['a long list', '- a\n'.repeat(100)],
  ['a rule of hyphens', '-'.repeat(100)],
  ['a rule of asterisks', '*'.repeat(100)],
  ['a long list with emphasis in each item', '- **a** and *b*\n'.repeat(1000)],
  ['many paragraphs with emphasis', 'One *word* here.\n\n'.repeat(2000)],
  ['many fact boxes, each closed', ':::aside{title="a"}\nb\n:::\n'.repeat(100)],
])('%s is not', (_, text) => {
  expect(nestsTooDeep(text)).toBe(false)
})
