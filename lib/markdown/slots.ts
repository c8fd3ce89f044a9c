import type { ElementContent } from 'hast'
import type { Nodes, Root, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { isDirective } from './directives.ts'
import { headingIds } from './headings.ts'

/** What stands at a place in a body instead of HTML. Its content, where it has any, is compiled with the rest. */
export type SlotBlock =
  | { readonly type: 'figure'; readonly src: string; readonly alt: string; readonly credit: string | null }
  | { readonly type: 'pullquote'; readonly by: string }
  | { readonly type: 'aside'; readonly title: string }
  | { readonly type: 'related'; readonly slug: string }
  | { readonly type: 'newsletter'; readonly name: string }
  | { readonly type: 'promotion' }

/** A node of ours in a Markdown tree; `render.ts` compiles it into a pair of markers around its content. */
export interface SlotNode {
  type: 'slot'
  slot: SlotBlock
  children: RootContent[]
}

/** A slot on its way through the HTML tree. */
export interface HastSlot {
  type: 'slot'
  slot: SlotBlock
  children: ElementContent[]
}

/**
 * Puts slots in place of directives, and of images that are paragraphs by themselves, at the top level of a body and in
 * asides; gives each heading its id. Elsewhere (in a list, a quotation) a directive's content stays and the rest goes.
 */
export function placeSlots(tree: Root): void {
  for (const { heading, id } of headingIds(tree)) heading.data = { ...heading.data, hProperties: { id } }
  tree.children = tree.children.flatMap(atTop) as RootContent[]
}

function atTop(node: Nodes): Nodes[] {
  if (node.type === 'leafDirective' || node.type === 'containerDirective') {
    const slot = slotOf(node)
    if (slot === null) return node.children.flatMap(atTop)
    const children = slot.type === 'aside' ? node.children.flatMap(atTop) : node.children.flatMap(inside)
    return [slotNode(slot, children)]
  }
  const [only, more] = node.type === 'paragraph' ? node.children : []
  if (only?.type === 'image' && more === undefined) {
    return [slotNode({ type: 'figure', src: only.url, alt: only.alt ?? '', credit: only.title || null }, [])]
  }
  return inside(node)
}

/** Below the top level no slot can stand: containers leave their content, leaves leave nothing. */
function inside(node: Nodes): Nodes[] {
  if (node.type === 'leafDirective') return []
  if (node.type === 'containerDirective') return node.children.flatMap(inside)
  if ('children' in node) node.children = node.children.flatMap((child) => inside(child)) as typeof node.children
  return [node]
}

const slotNode = (slot: SlotBlock, children: Nodes[]): Nodes => ({ type: 'slot', slot, children }) as unknown as Nodes

function slotOf({ name, attributes }: LeafDirective | ContainerDirective): SlotBlock | null {
  if (!isDirective(name)) return null
  const given = (attribute: string) => attributes?.[attribute] ?? ''
  switch (name) {
    case 'figure':
      return { type: name, src: given('src'), alt: given('alt'), credit: given('credit') || null }
    case 'pullquote':
      return { type: name, by: given('by') }
    case 'aside':
      return { type: name, title: given('title') }
    case 'related':
      return { type: name, slug: given('slug') }
    case 'newsletter':
      return { type: name, name: given('name') }
    case 'promotion':
      return { type: name }
  }
}
