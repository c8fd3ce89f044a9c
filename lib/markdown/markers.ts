import type { Element, ElementContent } from 'hast'
import type { Block } from './blocks.ts'
import { inOneLine } from './paragraphs.ts'
import type { SlotBlock } from './slots.ts'

const MARKER = /<hr data-slot="(\/?)(\d+)">/

const marker = (value: string): Element => ({
  type: 'element',
  tagName: 'hr',
  properties: { dataSlot: value },
  children: [],
})

/**
 * Puts a marker before the content of each slot and one after it, all at the top level, so that the finished HTML can be
 * cut into blocks there. No file can write a marker: whatever else has such an attribute has lost it before.
 * @param slots receives the slots, in the order of their numbers
 */
export function mark(children: readonly ElementContent[], slots: SlotBlock[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'slot') return [child]
    const number = slots.push(child.slot) - 1
    const content = child.slot.type === 'figure' ? inOneLine(child.children) : child.children
    return [marker(`${number}`), ...mark(content, slots), marker(`/${number}`)]
  })
}

/** Cuts finished HTML at its markers. */
export function cut(html: string, slots: readonly SlotBlock[]): Block[] {
  const body: Block[] = []
  const open: { readonly slot: SlotBlock; readonly blocks: Block[] }[] = []
  const parts = html.split(MARKER)
  for (let at = 0; at < parts.length; at += 3) {
    const run = parts[at]?.trim()
    if (run) (open.at(-1)?.blocks ?? body).push({ type: 'html', html: run })
    const slot = slots[Number(parts[at + 2])]
    if (slot === undefined) continue
    if (parts[at + 1] === '') open.push({ slot, blocks: [] })
    else {
      const content = open.pop()?.blocks ?? []
      ;(open.at(-1)?.blocks ?? body).push(blockOf(slot, content))
    }
  }
  return body
}

function blockOf(slot: SlotBlock, blocks: readonly Block[]): Block {
  if (slot.type === 'aside') return { ...slot, blocks }
  const html = htmlOf(blocks)
  if (slot.type === 'pullquote') return { ...slot, html }
  if (slot.type === 'figure') return { ...slot, captionHtml: html }
  return slot
}

/** The running text among blocks. */
const htmlOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.type === 'html' ? block.html : '')).join('')
