import type { ElementContent, Parent as HtmlParent } from 'hast'
import type { Parent, Root, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { type DirectiveName, isDirective } from './directives.ts'
import { isMedia } from './links.ts'
import { typeset } from './typography.ts'

/** What stands at a place in a body instead of HTML. Its content, where it has any, is compiled with the rest. */
export type SlotBlock =
  | { readonly type: 'figure'; readonly src: string; readonly alt: string; readonly credit: string | null }
  | { readonly type: 'pullquote'; readonly by: string }
  | { readonly type: 'aside'; readonly title: string }
  | { readonly type: 'related'; readonly slug: string }
  | { readonly type: 'newsletter'; readonly name: string }
  | { readonly type: 'promotion' }

/** A slot in the Markdown tree. */
export interface MarkdownSlot extends Parent {
  type: 'slot'
  slot: SlotBlock
  children: RootContent[]
}

/** A slot on its way through the HTML tree. */
export interface HtmlSlot extends HtmlParent {
  type: 'slot'
  slot: SlotBlock
  children: ElementContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    slot: MarkdownSlot
  }
}
declare module 'hast' {
  interface RootContentMap {
    slot: HtmlSlot
  }
  interface ElementContentMap {
    slot: HtmlSlot
  }
}

/**
 * Puts slots in place of directives, and of pictures that are paragraphs by themselves, at the top level of a body and
 * in fact boxes. Elsewhere (in a list, a quotation) a directive's content stays and the rest goes.
 */
export function placeSlots(tree: Root): void {
  tree.children = tree.children.flatMap(atTop)
}

function atTop(node: RootContent): RootContent[] {
  if (node.type === 'leafDirective' || node.type === 'containerDirective') {
    const content = node.type === 'containerDirective' ? node.children : []
    if (!isDirective(node.name)) return content.flatMap(atTop)
    const slot = slotOf(node.name, node.attributes)
    return slot === null
      ? []
      : [{ type: 'slot', slot, children: content.flatMap(node.name === 'aside' ? atTop : below) }]
  }
  const [only, more] = node.type === 'paragraph' ? node.children : []
  if (only?.type === 'image' && more === undefined) {
    const slot = figure(only.url, only.alt, only.title)
    if (slot !== null) return [{ type: 'slot', slot, children: [] }]
  }
  return below(node)
}

function below(node: RootContent): RootContent[] {
  if (node.type === 'leafDirective') return []
  if (node.type === 'containerDirective') return node.children.flatMap(below)
  if ('children' in node) node.children = node.children.flatMap(below) as typeof node.children
  return [node]
}

function slotOf(name: DirectiveName, attributes: (LeafDirective | ContainerDirective)['attributes']): SlotBlock | null {
  const given = (attribute: string) => attributes?.[attribute] ?? ''
  switch (name) {
    case 'figure':
      return figure(given('src'), given('alt'), given('credit'))
    case 'pullquote':
      return { type: name, by: typeset(given('by')) }
    case 'aside':
      return { type: name, title: typeset(given('title')) }
    case 'related':
      return { type: name, slug: given('slug') }
    case 'newsletter':
      return { type: name, name: given('name') }
    case 'promotion':
      return { type: name }
  }
}

/** A figure, or null for a picture from elsewhere: a page asks no other site for anything. */
const figure = (src: string, alt?: string | null, credit?: string | null): SlotBlock | null =>
  isMedia(src) ? { type: 'figure', src, alt: alt ?? '', credit: credit || null } : null
