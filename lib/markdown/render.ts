import type { Element, Root as HastRoot, RootContent } from 'hast'
import { raw } from 'hast-util-raw'
import type { Html, Root } from 'mdast'
import type { Handlers, State } from 'mdast-util-to-hast'
import { remark } from 'remark'
import remarkHtml from 'remark-html'
import remarkSmartypants from 'remark-smartypants'
import { visit } from 'unist-util-visit'
import type { Block } from './blocks.ts'
import { decorate, type Measure } from './decorate.ts'
import { footnoteReference, footnoteSection } from './footnotes.ts'
import { headingIds } from './headings.ts'
import { markdown } from './parse.ts'
import { type Defaults, placeDefaults } from './placement.ts'
import { schema } from './sanitise.ts'
import { type HastSlot, placeSlots, type SlotBlock, type SlotNode } from './slots.ts'

interface RenderData {
  readonly measure: Measure
  readonly defaults: Defaults
  readonly ids: ReadonlySet<string>
  readonly slots: SlotBlock[]
}

const handlers = {
  footnoteReference,
  html: (_: State, node: Html) => ({ type: 'raw', value: node.value }),
  slot: (state: State, node: SlotNode) => ({ type: 'slot', slot: node.slot, children: state.all(node as never) }),
  root(state: State, node: Root): HastRoot {
    const data = node.data as unknown as RenderData
    let tree: HastRoot = { type: 'root', children: state.wrap(state.all(node)) as RootContent[] }
    const notes = footnoteSection(state)
    if (notes !== null) tree.children.push({ type: 'text', value: '\n' }, notes)
    if (hasRaw(node)) tree = raw(tree, { passThrough: ['slot'] }) as HastRoot
    decorate(tree, data.ids, data.measure)
    placeDefaults(tree, data.defaults)
    tree.children = tree.children.flatMap((child) => flatten(child, data.slots)) as RootContent[]
    return tree
  },
} as unknown as Handlers

const hasRaw = (tree: Root) => {
  let found = false
  visit(tree, 'html', () => {
    found = true
    return false
  })
  return found
}

/** A slot becomes a marker before its content and one after it, both at the top level; no file can write a marker. */
function flatten(node: RootContent | HastSlot, slots: SlotBlock[]): RootContent[] {
  if (node.type !== 'slot') {
    if (node.type === 'element') dropForged(node)
    return [node]
  }
  const { slot, children } = node as HastSlot
  const number = slots.push(slot) - 1
  const inner = (children as (RootContent | HastSlot)[]).flatMap((child) => flatten(child, slots))
  return [marker(`${number}`), ...inner, marker(`/${number}`)]
}

function dropForged(node: Element): void {
  visit(node, 'element', (element) => {
    delete element.properties.dataSlot
  })
}

const marker = (value: string): Element => ({
  type: 'element',
  tagName: 'hr',
  properties: { dataSlot: value },
  children: [],
})

const processor = markdown().use(remarkHtml, { sanitize: schema, handlers }).freeze()
const typographer = remark().use(remarkSmartypants, { dashes: 'oldschool' }).freeze()

/**
 * Renders a body to blocks: sanitised HTML, with figures, directives, promotion and sign-up between.
 * @param text Markdown as the content contract describes it; any text is accepted
 * @param measure sizes of the pictures that stand in running text
 * @param defaults what stands after the third paragraph when the body places none itself
 */
export function renderBody(text: string, measure: Measure, defaults: Defaults): Block[] {
  const tree = markdown.parse(text)
  const ids = new Set(headingIds(tree).map(({ id }) => id))
  placeSlots(tree)
  if (/["'`]|--|\.\.\./.test(text)) typographer.runSync(tree)
  const slots: SlotBlock[] = []
  tree.data = { measure, defaults, ids, slots } as RenderData as never
  return split(processor.stringify(tree), slots)
}

/** Renders a line or two of Markdown, such as a caption or a correction, to sanitised HTML without a paragraph around. */
export function renderInline(text: string): string {
  const html = renderBody(text, () => null, { newsletter: null, promotion: false }).map((block) =>
    block.type === 'html' ? block.html : '',
  )
  const joined = html.join('').trim()
  return /^<p>(?:(?!<p>).)*<\/p>$/s.test(joined) ? joined.slice(3, -4) : joined
}

const MARKER = /<hr data-slot="(\/?)(\d+)">/

/** Cuts finished HTML at its markers. */
function split(html: string, slots: readonly SlotBlock[]): Block[] {
  const open: { blocks: Block[]; slot: SlotBlock | null }[] = [{ blocks: [], slot: null }]
  const parts = html.split(MARKER)
  for (let at = 0; at < parts.length; at += 3) {
    const frame = open.at(-1)
    const run = parts[at]?.trim()
    if (run) frame?.blocks.push({ type: 'html', html: run })
    const closing = parts[at + 1]
    const slot = slots[Number(parts[at + 2])]
    if (closing === '' && slot) open.push({ blocks: [], slot })
    else if (closing === '/' && frame?.slot) {
      open.pop()
      open.at(-1)?.blocks.push(blockOf(frame.slot, frame.blocks))
    }
  }
  return open[0]?.blocks ?? []
}

function blockOf(slot: SlotBlock, content: readonly Block[]): Block {
  if (slot.type === 'aside') return { ...slot, blocks: content }
  const html = content.map((block) => (block.type === 'html' ? block.html : '')).join('\n')
  if (slot.type === 'pullquote') return { ...slot, html }
  if (slot.type === 'figure')
    return { ...slot, captionHtml: html.replace(/^<p>|<\/p>$/g, '').replaceAll(/<\/p>\s*<p>/g, ' ') }
  return slot
}
