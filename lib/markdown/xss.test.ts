import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ATTACKS } from '#tests/fixtures/attacks.ts'
import { alertsOf, dangersIn } from '#tests/fixtures/dangers.ts'
import { parsed } from '#tests/fixtures/html.ts'
import { htmlOf, render } from '#tests/fixtures/markdown.ts'
import { HTML, MARKDOWN, made } from '#tests/fixtures/pieces.ts'
import type { Block } from './blocks.ts'
import { isMedia } from './links.ts'
import { renderInline } from './render.ts'

const picturesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'aside') return picturesOf(block.blocks)
    return block.type === 'figure' ? [block.src] : []
  })

test.each(Object.entries(ATTACKS))('no attack by %s leaves anything in a page', (_, attacks) => {
  for (const attack of attacks) {
    const blocks = render(attack)
    const html = `${htmlOf(blocks)}<hr>${renderInline(attack)}`
    expect({ attack, dangers: dangersIn(parsed(html)) }).toEqual({ attack, dangers: [] })
    expect({ attack, alerts: alertsOf(html) }).toEqual({ attack, alerts: [] })
    expect(picturesOf(blocks).every(isMedia)).toBe(true)
  }
})

test('an attack that is let through is seen', () => {
  expect(alertsOf('<script>alert(1)</script>')).toEqual([1])
  expect(alertsOf('<p onclick="alert(2)">a</p>')).toEqual([2])
  expect(dangersIn(parsed('<svg></svg><p style="x">a</p><a href="JavaScript:x" id="y">a</a>'))).toEqual([
    '<svg>',
    '<p style="x">',
    '<a href="JavaScript:x">',
    '<a id="y">',
  ])
})

test('no mixture of Markdown and HTML leaves anything but what is allowed', () => {
  fc.assert(
    fc.property(made(...MARKDOWN, ...HTML), (body) => {
      expect(dangersIn(parsed(htmlOf(render(body))))).toEqual([])
      expect(dangersIn(parsed(renderInline(body)))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
