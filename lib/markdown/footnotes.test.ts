import { expect, test } from 'vitest'
import { parsed } from '#tests/fixtures/html.ts'
import { render, renderHtml } from '#tests/fixtures/markdown.ts'

const page = (text: string) => parsed(renderHtml(text))
const texts = (root: Element, selector: string) =>
  Array.from(root.querySelectorAll(selector), ({ textContent }) => textContent)
const hrefs = (root: Element, selector: string) =>
  Array.from(root.querySelectorAll(selector), (link) => link.getAttribute('href'))

test('a mention and its note link to each other', () => {
  expect(renderHtml('a[^x]\n\n[^x]: note')).toBe(
    '<p>a<sup class="footnote-mark"><a href="#fn:1" id="fnref:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>' +
      '<section class="footnotes" role="doc-endnotes" aria-label="Notes"><ol><li id="fn:1"><p>note ' +
      '<a href="#fnref:1" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1">↩</a></p></li></ol></section>',
  )
})

test('notes are numbered by first mention, not by definition', () => {
  const root = page('a[^z] b[^y] c[^z]\n\n[^y]: second\n[^z]: first')
  expect(texts(root, '.footnote-ref')).toEqual(['1', '2', '1'])
  expect(texts(root, 'li')).toEqual(['first ↩ ↩', 'second ↩'])
})

test('a note that is mentioned twice leads back to both places', () => {
  const root = page('a[^1] b[^1]\n\n[^1]: n')
  expect(hrefs(root, '.footnote-back')).toEqual(['#fnref:1', '#fnref:1:2'])
  expect(Array.from(root.querySelectorAll('.footnote-ref'), ({ id }) => id)).toEqual(['fnref:1', 'fnref:1:2'])
})

test('a note may mention a note, an earlier one and itself', () => {
  const root = page('a[^1]\n\n[^1]: see[^2] and[^1]\n[^2]: back[^1]')
  expect(texts(root, 'li')).toEqual(['see2 and1 ↩ ↩ ↩', 'back1 ↩'])
  for (const href of hrefs(root, '.footnote-ref, .footnote-back')) {
    expect(root.querySelector(`[id="${href?.slice(1)}"]`)).not.toBeNull()
  }
})

test('a note that nothing mentions is not shown', () => {
  expect(renderHtml('a\n\n[^1]: n')).toBe('<p>a</p>')
})

test('a mention of no note is text', () => {
  expect(renderHtml('a[^1]')).toBe('<p>a[^1]</p>')
})

test.each(['a:b', 'é', 'a"b', '<b>'])('a note may have the name %s', (name) => {
  expect(page(`x[^${name}]\n\n[^${name}]: n`).querySelector('[id="fn:1"]')?.textContent).toBe('n ↩')
})

test('a note may hold blocks and raw HTML', () => {
  const root = page('a[^1]\n\n[^1]: one\n\n    - two\n\n    <kbd onclick="x()">three</kbd>')
  expect(root.querySelector('li > ul')?.textContent).toContain('two')
  expect(root.querySelector('li > p > kbd')?.outerHTML).toBe('<kbd>three</kbd>')
})

test('after a note that ends in no paragraph the way back stands by itself', () => {
  expect(page('a[^1]\n\n[^1]:\n    - one').querySelector('li > ul + .footnote-back')?.textContent).toBe('↩')
})

test('a mention in the text of a link moves behind it', () => {
  const root = page('[a[^1] *b[^2]*](/c) and [d[^1]][e]\n\n[e]: /f\n[^1]: n\n[^2]: m')
  expect(root.querySelector('p')?.innerHTML.replace(/<sup.*?<\/sup>/g, '^')).toBe(
    '<a href="/c">a <em>b</em></a>^^ and <a href="/f">d</a>^',
  )
})

test('a note in a fact box stands with the others at the end', () => {
  const blocks = render(':::aside{title="t"}\na[^1]\n:::\n\nb[^2]\n\n[^1]: n\n[^2]: m')
  expect(blocks.map(({ type }) => type)).toEqual(['aside', 'html'])
  expect(texts(page('a[^1]\n\n[^1]: n'), 'li')).toEqual(['n ↩'])
})

test('raw HTML left open does not embrace the notes, nor does one note the next', () => {
  const root = page('<div>\n\na[^1] b[^2]\n\n[^1]: <b>one\n[^2]: two')
  expect(root.querySelector(':scope div section')).toBeNull()
  expect(root.lastElementChild?.className).toBe('footnotes')
  expect(texts(root, 'li')).toEqual(['one ↩', 'two ↩'])
})

test('a file cannot forge a mention, a note or their ids', () => {
  const mention = '<sup class="footnote-mark"><a id="fnref:1" class="footnote-ref" role="doc-noteref">1</a></sup>'
  expect(renderHtml(mention)).toBe('<p><sup><a>1</a></sup></p>')
  expect(renderHtml('<li id="fn:1">x</li>')).toBe('<li>x</li>')
})
