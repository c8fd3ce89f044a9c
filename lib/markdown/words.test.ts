import { expect, test } from 'vitest'
import { countWords, readingMinutes } from './words.ts'

test.each([
  ['', 0],
  ['One, two. Three!', 3],
  ["It's Shaw's", 2],
  ['5,000 people in the U.S.', 5],
  ['Ærøskøbing — 東京', 2],
  ['**bold** and _italic_', 3],
  ['# A heading', 2],
  ['- a list\n- of things', 4],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test.each([
  ['the target of a link', '[two words](https://example.org/not/these)'],
  ['a target with brackets', '[two words](https://example.org/a_(b)_c)'],
  ['the title of a link', '[two words](/a "not these")'],
  ['a definition', '[two words][a]\n\n[a]: https://example.org'.replace('[a]\n', '\n')],
  ['tags', '<span lang="de">zwei Worte</span>'],
  ['a comment', 'two <!-- not these --> words'],
  ['directives', ':::aside{title="not these"}\ntwo words\n:::\n\n::promotion'],
  ["footnotes' marks", 'two[^note] words'],
  ['references', 'two&nbsp;words'],
])('%s is not read', (_, text) => {
  expect(countWords(text)).toBe(2)
})

test('a sum is no tag', () => {
  expect(countWords('if a < b and c > d')).toBe(6)
})

test.each([
  [0, 1],
  [100, 1],
  [460, 2],
  [2500, 11],
])('%i words take %i minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes)
})
