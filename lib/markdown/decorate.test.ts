import { expect, test } from 'vitest'
import { parsed } from '#tests/fixtures/html.ts'
import { htmlOf, renderHtml } from '#tests/fixtures/markdown.ts'
import { renderBody } from './render.ts'

test('a table scrolls by itself and can be reached by keyboard', () => {
  expect(renderHtml('| a |\n|---|\n| b |')).toMatch(
    /^<div class="table-scroll" role="region" tabindex="0" aria-label="Table"><table>[\s\S]*<\/table><\/div>$/,
  )
})

test('each table of a body has a name of its own', () => {
  const root = parsed(renderHtml('| a |\n|---|\n| b |\n\nThen\n\n| c |\n|---|\n| d |'))
  const names = Array.from(root.querySelectorAll('[role=region]'), (region) => region.getAttribute('aria-label'))
  expect(names).toEqual(['Table', 'Table 2'])
})

test('a table that a file wraps itself scrolls once', () => {
  const root = parsed(renderHtml('<div class="table-scroll"><table><tr><td>a</td></tr></table></div>'))
  expect(root.querySelectorAll('.table-scroll').length).toBe(1)
})

test('a table in a table is wrapped too', () => {
  const root = parsed(renderHtml('<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>'))
  expect(root.querySelectorAll('.table-scroll .table-scroll').length).toBe(1)
})

test('cells at the head of columns and rows say so', () => {
  const root = parsed(renderHtml('<table><tr><th>a<th>b<tr><th>c<td>d<tr><th scope="rowgroup">e<td>f</table>'))
  expect(Array.from(root.querySelectorAll('th'), (cell) => cell.getAttribute('scope'))).toEqual([
    'col',
    'col',
    'row',
    'rowgroup',
  ])
})

test('columns are aligned as Markdown has it', () => {
  expect(renderHtml('| a | b |\n|--:|:-:|\n| c | d |')).toContain('<td align="right">c</td>\n<td align="center">d</td>')
})

test('boxes of a task list have a name', () => {
  const html = renderHtml('- [x] a\n- [ ] b')
  expect(html).toContain('<ul class="contains-task-list">')
  expect(html).toContain('<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> a</li>')
  expect(html).toContain('<li class="task-list-item"><input type="checkbox" disabled aria-label="Not done"> b</li>')
})

test('other fields of a form are removed', () => {
  expect(renderHtml('a <input> <input type="password" name="p">b')).toBe('<p>a  b</p>')
})

test('a picture in running text holds its place', () => {
  const blocks = renderBody('See ![A](/media/a.jpg)', () => ({ width: 3, height: 2 }), {
    newsletter: null,
    promotion: false,
  })
  expect(htmlOf(blocks)).toBe(
    '<p>See <img src="/media/a.jpg" alt="A" loading="lazy" decoding="async" width="3" height="2"></p>',
  )
})

test('a picture is measured by the name of its file, not by its address', () => {
  const asked: string[] = []
  const measure = (src: string) => {
    asked.push(src)
    return null
  }
  renderBody('![A](</media/é a.jpg>) and ![B](/media/%.jpg)', measure, { newsletter: null, promotion: false })
  expect(asked).toEqual(['/media/é a.jpg', '/media/%.jpg'])
})

test.each(['HTTPS://example.org', 'Mailto:a@example.org', 'TEL:123'])('the scheme of %s may be in capitals', (href) => {
  expect(
    parsed(renderHtml(`[a](${href})`))
      .querySelector('a')
      ?.getAttribute('href'),
  ).toBe(href.replace(/^\w+/, (scheme) => scheme.toLowerCase()))
})
