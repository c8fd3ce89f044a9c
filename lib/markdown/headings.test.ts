import { expect, test } from 'vitest'
import { renderHtml } from '#tests/fixtures/markdown.ts'
import { headingsOf } from './headings.ts'
import { withTree } from './parse.ts'

const idsOf = (text: string) => withTree(text, headingsOf).map(({ id }) => id)

test.each([
  ['## Locks & lakes', 'locks--lakes'],
  ['## *Chang’e* `6` and [more](/a)', 'change-6-and-more'],
  ['## Été à l’île', 'été-à-lîle'],
  ['## The <abbr>UN</abbr>', 'the-un'],
  ['Two\nlines\n===', 'two-lines'],
  ['## The note[^1]\n\n[^1]: a', 'the-note'],
  ['##', 'section'],
  ['## !!!', 'section'],
])('%j has the id %s', (text, id) => {
  expect(idsOf(text)).toEqual([id])
})

test('an id that repeats is numbered', () => {
  expect(idsOf('## Locks\n\n### Locks\n\n##\n\n##')).toEqual(['locks', 'locks-1', 'section', 'section-1'])
})

test.each(['Main', 'Corrections', 'Sources title', 'Authors'])(
  '"%s" does not take the id of a part of the page',
  (text) => {
    expect(idsOf(`## ${text}`)).toEqual([`${text.toLowerCase().replace(' ', '-')}-1`])
  },
)

test('headings in quotations, lists and fact boxes count', () => {
  expect(idsOf('> ## a\n\n- ## b\n\n:::aside\n## c\n:::')).toEqual(['a', 'b', 'c'])
})

test('the page has the ids, from the text as typed', () => {
  expect(renderHtml('## "Stay" -- he said')).toBe('<h2 id="stay----he-said">“Stay” – he said</h2>')
})

test('the first heading level belongs to the headline', () => {
  expect(renderHtml('# a')).toBe('<h2 id="a">a</h2>')
})
