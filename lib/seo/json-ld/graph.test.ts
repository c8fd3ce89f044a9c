import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsed } from '#tests/fixtures/html.ts'
import { made } from '#tests/fixtures/pieces.ts'
import { graphOf, serialise } from './graph.ts'

const named = (name: string) => graphOf({ '@type': 'WebPage', name })

test.for([
  '</script><script>alert(1)</script>',
  '</SCRIPT ><b>',
  '<!--<script>',
  '--> ]]> &lt; &amp;',
  'line\u2028paragraph\u2029end',
  '"quoted" \\ and ‮right to left',
])('%j stays inside its script, and is read back as it was', (name) => {
  const written = `<script type="application/ld+json">${serialise(named(name))}</script><p>After</p>`
  const box = parsed(written)
  expect(box.children).toHaveLength(2)
  expect(JSON.parse(box.querySelector('script')?.textContent ?? '')).toEqual(named(name))
})

test('no text puts an unsafe character into a script, or comes out as another', () => {
  fc.assert(
    fc.property(made('</script', '>', '<!--', '&', '\u2028', '\u2029', '"', '\\', '\ud83d', 'a'), (name) => {
      const written = serialise(named(name))
      expect(written).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(written)).toEqual(named(name))
    }),
  )
})
