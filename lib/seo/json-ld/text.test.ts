import { expect, test } from 'vitest'
import { renderInline } from '#lib/markdown/render.ts'
import { parsed } from '#tests/fixtures/html.ts'
import { textOf, textOfBody } from './text.ts'

test.for([
  'It said *up*, not [down](/world/a "5 > 3").',
  'AT&T, 1 < 2 > 0, `a</b>` and &amp;lt;',
  'Line\\\nbreak, “quotes”, emoji 🛰 and שלום',
  '<b title="a > b">bold</b> <script>alert(1)</script>',
])('%j is read as a browser shows it', (markdown) => {
  const html = renderInline(markdown)
  expect(textOf(html)).toBe((parsed(html).textContent ?? '').replace(/\s+/g, ' ').trim())
})

test('of a body, the running text counts', () => {
  const html = '<p>Counts\n<em>orbits</em>.</p>\n<p>Twice.</p>'
  expect(
    textOfBody([
      { type: 'html', html },
      { type: 'pullquote', by: 'A', html: 'No.' },
    ]),
  ).toBe('Counts orbits. Twice.')
  expect(textOfBody([])).toBe('')
})
