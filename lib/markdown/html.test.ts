import { expect, test } from 'vitest'
import { render, renderHtml } from '#tests/fixtures/markdown.ts'

test('tags around Markdown embrace it', () => {
  expect(renderHtml('<details>\n<summary>*A*</summary>\n\n**b**\n\n</details>').replace(/\n+/g, '')).toBe(
    '<details><summary>*A*</summary><p><strong>b</strong></p></details>',
  )
})

test('tags within a line embrace what stands between', () => {
  expect(renderHtml('He said <span lang="de">*Guten* Tag</span>.')).toBe(
    '<p>He said <span lang="de"><em>Guten</em> Tag</span>.</p>',
  )
})

test.each([
  'abbr title="a"',
  'bdo dir="rtl"',
  'cite',
  'del datetime="2022-04-02"',
  'kbd',
  'q',
  'time datetime="12:30"',
])('<%s> may stand in a text', (tag) => {
  expect(renderHtml(`a <${tag}>b</${tag.split(' ')[0]}>`)).toBe(`<p>a <${tag}>b</${tag.split(' ')[0]}></p>`)
})

test('sound comes from the site itself', () => {
  const sound = (src: string) => renderHtml(`<div><audio src="${src}" controls autoplay></audio></div>`)
  expect(sound('/media/a.mp3')).toBe('<div><audio src="/media/a.mp3" controls></audio></div>')
  expect(sound('https://example.org/a.mp3')).toBe('<div><audio controls></audio></div>')
})

test('ids, classes and roles that a file writes are dropped', () => {
  const html = '<div id="main" class="kicker" role="region" tabindex="0" aria-label="Table">a</div>'
  expect(renderHtml(html)).toBe('<div>a</div>')
})

test('headings that a file writes as HTML keep no id, those beside it do', () => {
  expect(renderHtml('<h2 id="b">a</h2>\n\n## b')).toBe('<h2>a</h2>\n<h2 id="b">b</h2>')
})

test('an id stays at one element though a browser would copy it', () => {
  const html = renderHtml('<b>\n\n## a\n\n<div>x</b></div>\n\n## c')
  expect(html.match(/id="a"/g)).toHaveLength(1)
})

test('a file cannot write a marker between blocks', () => {
  expect(render('a\n\n<hr data-slot="0">\n\n::promotion\n\n<hr data-slot="/0">')).toEqual([
    { type: 'html', html: '<p>a</p>\n<hr>' },
    { type: 'promotion' },
    { type: 'html', html: '<hr>' },
  ])
})

test.each(['title', 'lang'])('a marker in the attribute %s is text', (attribute) => {
  expect(render(`<p ${attribute}='<hr data-slot="0">'>a</p>\n\n::promotion`).map(({ type }) => type)).toEqual([
    'html',
    'promotion',
  ])
})

test('tags that no page has lose themselves and keep their text', () => {
  expect(renderHtml('<article><center>a <blink>b</blink></center></article>')).toBe('a b')
})

test('elements that a tag off the list kept apart find their places', () => {
  expect(renderHtml('<h2>a<mtext><h3>b</h3></mtext></h2>')).toBe('<h2>a</h2><h3>b</h3>')
})

test('comments are not shown', () => {
  expect(renderHtml('a <!-- b -->\n\n<!-- c -->')).toBe('<p>a </p>')
})

test('a body that leaves its tags open is closed', () => {
  expect(renderHtml('<div>\n\na **b <i>c')).toBe('<div>\n<p>a **b <i>c</i></p></div>')
})
