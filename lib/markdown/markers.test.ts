import type { ElementContent } from 'hast'
import { expect, test } from 'vitest'
import { cut, mark } from './markers.ts'
import type { SlotBlock } from './slots.ts'

const slot = (block: SlotBlock, ...children: ElementContent[]): ElementContent => ({
  type: 'slot',
  slot: block,
  children,
})
const text = (value: string): ElementContent => ({ type: 'text', value })

test('each slot leaves a marker before its content and one after it', () => {
  const slots: SlotBlock[] = []
  const marked = mark([text('a'), slot({ type: 'aside', title: 't' }, text('b'), slot({ type: 'promotion' }))], slots)
  expect(marked.map((node) => (node.type === 'element' ? node.properties.dataSlot : node.type))).toEqual([
    'text',
    '0',
    'text',
    '1',
    '/1',
    '/0',
  ])
  expect(slots).toEqual([{ type: 'aside', title: 't' }, { type: 'promotion' }])
})

test('HTML is cut at its markers, blocks within blocks', () => {
  const slots: SlotBlock[] = [{ type: 'aside', title: 't' }, { type: 'pullquote', by: 'x' }, { type: 'promotion' }]
  const html =
    '<p>a</p> <hr data-slot="0"><p>b</p><hr data-slot="1"><p>c</p><hr data-slot="/1"><hr data-slot="/0"> <hr data-slot="2"><hr data-slot="/2">\n<p>d</p>'
  expect(cut(html, slots)).toEqual([
    { type: 'html', html: '<p>a</p>' },
    {
      type: 'aside',
      title: 't',
      blocks: [
        { type: 'html', html: '<p>b</p>' },
        { type: 'pullquote', by: 'x', html: '<p>c</p>' },
      ],
    },
    { type: 'promotion' },
    { type: 'html', html: '<p>d</p>' },
  ])
})

test('HTML without a marker is one block, and nothing is none', () => {
  expect(cut('<p>a</p>', [])).toEqual([{ type: 'html', html: '<p>a</p>' }])
  expect(cut(' \n', [])).toEqual([])
})
