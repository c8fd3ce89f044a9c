import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstMisnested, parsed, tagsOf } from '#tests/fixtures/html.ts'
import { htmlOf, render } from '#tests/fixtures/markdown.ts'
import { HTML, MARKDOWN, made } from '#tests/fixtures/pieces.ts'
import type { Block } from './blocks.ts'
import { bodyFacts } from './facts.ts'
import { renderInline } from './render.ts'

const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), made(...MARKDOWN, ...HTML))

/** Every piece of HTML that a view sets by itself. */
const piecesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === 'aside' ? piecesOf(block.blocks) : htmlOf([block])))

test('any text can be read for checking', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(bodyFacts(text).tooDeep).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('any text is rendered to HTML that is well nested, and that a browser reads as it stands', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const html of [...piecesOf(render(text)), renderInline(text)]) {
        expect(firstMisnested(html)).toBeUndefined()
        expect(tagsOf(parsed(html).innerHTML)).toEqual(tagsOf(html))
      }
    }),
    { numRuns: 500 },
  )
})

test('an id stands once in a body', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const ids = Array.from(parsed(htmlOf(render(text))).querySelectorAll('[id]'), ({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 200 },
  )
})
