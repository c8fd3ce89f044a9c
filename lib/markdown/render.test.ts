import { expect, test } from 'vitest'
import { render, renderHtml } from '#tests/fixtures/markdown.ts'
import { renderInline } from './render.ts'

test('a body is runs of HTML with blocks between, in the editor’s order', () => {
  expect(render('a\n\n## b\n\n![A](/media/a.jpg)\n\nc\n\n::promotion').map(({ type }) => type)).toEqual([
    'html',
    'figure',
    'html',
    'promotion',
  ])
})

test('an empty body has no blocks', () => {
  expect(render('')).toEqual([])
  expect(render(' \n\n')).toEqual([])
})

test.each([
  ['~~a~~', '<p><del>a</del></p>'],
  ['https://example.org', '<p><a href="https://example.org">https://example.org</a></p>'],
  ['From 12:30 it was 3:2 on page 4:name', '<p>From 12:30 it was 3:2 on page 4:name</p>'],
  ['```js\na < b\n```', '<pre><code class="language-js">a &#x3C; b\n</code></pre>'],
  ['a  \nb\\\nc', '<p>a<br>\nb<br>\nc</p>'],
])('%j', (text, html) => {
  expect(renderHtml(text)).toBe(html)
})

test('links may lead to the web, to mail and telephones, and to this site', () => {
  const hrefs = [
    'https://example.org/a?b#c',
    'http://example.org',
    'mailto:a@example.org',
    'tel:+12025550100',
    '/world',
    '#a',
  ]
  for (const href of hrefs) expect(renderHtml(`[x](${href})`)).toBe(`<p><a href="${href}">x</a></p>`)
})

test('a link to anywhere else keeps its text', () => {
  for (const href of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'irc://example.org'])
    expect(renderHtml(`[x](${href})`)).toBe('<p><a>x</a></p>')
})

test('one line is rendered without a paragraph around', () => {
  expect(renderInline('The *Suez* canal -- "opened" in [1869](/a)')).toBe(
    'The <em>Suez</em> canal – “opened” in <a href="/a">1869</a>',
  )
})

test('several paragraphs keep theirs', () => {
  expect(renderInline('a\n\nb')).toBe('<p>a</p>\n<p>b</p>')
  expect(renderInline('<p>a</p><p lang="de">b</p>')).toBe('<p>a</p><p lang="de">b</p>')
})

test('a line shows no blocks and draws no promotion', () => {
  expect(renderInline('a\n\n::promotion\n\n![A](/media/a.jpg)')).toBe('<p>a</p>')
})

test('a body that nests too deep is shown as text', () => {
  const text = '<div>'.repeat(50_000)
  expect(render(text)).toEqual([{ type: 'html', html: `<p>${text.replaceAll('<', '&#x3C;')}</p>` }])
})
