import { expect, test } from 'vitest'
import { renderHtml } from '#tests/fixtures/markdown.ts'
import { typeset } from './typography.ts'

test.each([
  ['"Stay," he said.', '“Stay,” he said.'],
  ["It's Jess' boat", 'It’s Jess’ boat'],
  [`"'No' is a word," she said`, '“‘No’ is a word,” she said'],
  [`He said: "She said 'no'"`, 'He said: “She said ‘no’”'],
  ['("Stay") ["Stay"]', '(“Stay”) [“Stay”]'],
  ['then--"Stay"--gone', 'then–“Stay”–gone'],
  ['"...and so it went"', '“…and so it went”'],
  ['“already” "so"', '“already” “so”'],
  ["the '80s, rock 'n' roll, 'tis", 'the ’80s, rock ’n’ roll, ’tis'],
  ['6\'2" tall', '6’2” tall'],
  ['either/"or"', 'either/“or”'],
  ['"', '”'],
])('quotes: %s', (typed, set) => {
  expect(typeset(typed)).toBe(set)
})

test.each([
  ['1914--1918', '1914–1918'],
  ['then---nothing', 'then—nothing'],
  ['----', '----'],
  ['well...', 'well…'],
  ['well. . . then', 'well… then'],
  ['12:30 and 3:2', '12:30 and 3:2'],
])('dashes and dots: %s', (typed, set) => {
  expect(typeset(typed)).toBe(set)
})

test('a quotation opens and closes across links, emphasis and lines', () => {
  expect(renderHtml('"*Stay*," [he](/a) "said,\\\n"again."')).toBe(
    '<p>“<em>Stay</em>,” <a href="/a">he</a> “said,<br>\n“again.”</p>',
  )
})

test('each paragraph, heading and table cell starts anew', () => {
  expect(renderHtml('said\n\n"a"\n\n## "b"\n\n| "c" |\n|-|\n| "d" |')).toMatch(/“a”[\s\S]*“b”[\s\S]*“c”[\s\S]*“d”/)
})

test.each(['`"a" -- b...`', '```\n"a" -- b...\n```', '    "a" -- b...'])('code is left as typed: %j', (text) => {
  expect(renderHtml(text)).toContain('"a" -- b...')
})

test('code counts as a word beside a quote', () => {
  expect(renderHtml('"`a`" and `b`\'s')).toBe('<p>“<code>a</code>” and <code>b</code>’s</p>')
})

test('an address that shows itself is left as typed', () => {
  expect(renderHtml('"https://example.org/a--b"')).toBe(
    '<p>“<a href="https://example.org/a--b">https://example.org/a--b</a>”</p>',
  )
})
