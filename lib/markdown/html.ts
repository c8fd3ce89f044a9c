import type { ElementContent, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { visit } from 'unist-util-visit'
import { schema } from './sanitise.ts'
import type { SlotBlock } from './slots.ts'

/** Known to no file, so it tells what Markdown made from what a file wrote as HTML. */
const OWN = crypto.randomUUID()

/** Properties that only elements of our making may have: links, styles and the cutting into blocks rely on them. */
const OURS = ['id', 'className', 'role', 'ariaLabel', 'tabIndex', 'dataSlot']

const KEPT = new Set([...(schema.tagNames ?? []), 'h1'])
const STRIPPED = new Set(schema.strip)

/**
 * Parses the raw HTML among compiled Markdown, as a browser would, with everything around it: tags that a file opens in
 * one place and closes in another embrace what stands between. Without raw HTML the nodes are given back as they are.
 */
export function parseRaw(children: ElementContent[]): ElementContent[] {
  if (!holdsRaw(children)) return children
  eachElement(children, (properties) => {
    properties.dataOwn = OWN
  })
  const parsed = parse(children)
  eachElement(parsed, (properties) => {
    if (properties.dataOwn !== OWN) for (const name of OURS) delete properties[name]
    delete properties.dataOwn
  })
  // Once more, since what is left must find its place: a heading that an unknown tag kept apart from another, say.
  return parse(allowed(parsed, false))
}

const parse = (children: ElementContent[]): ElementContent[] =>
  (raw({ type: 'root', children }, { passThrough: ['slot'] }) as Root).children as ElementContent[]

const holdsRaw = (children: readonly ElementContent[]): boolean =>
  children.some((child) => child.type === 'raw' || ('children' in child && holdsRaw(child.children)))

function eachElement(children: ElementContent[], change: (properties: Record<string, unknown>) => void): void {
  visit({ type: 'root', children }, 'element', ({ properties }) => change(properties))
}

/** @param inside within an element, where no view can draw a block */
function allowed(children: readonly ElementContent[], inside: boolean): ElementContent[] {
  return children.flatMap((node): ElementContent[] => {
    if (node.type === 'slot') {
      const content = allowed(node.children, inside)
      return inside ? [...pictureOf(node.slot), ...content] : [{ ...node, children: content }]
    }
    if (node.type !== 'element') return [node]
    if (STRIPPED.has(node.tagName)) return []
    if (!KEPT.has(node.tagName)) return allowed(node.children, inside)
    return [{ ...node, children: allowed(node.children, true) }]
  })
}

/** A figure as a plain image. */
const pictureOf = (slot: SlotBlock): ElementContent[] => {
  if (slot.type !== 'figure') return []
  const properties = { src: slot.src, alt: slot.alt, ...(slot.credit && { title: slot.credit }) }
  return [{ type: 'element', tagName: 'img', properties, children: [] }]
}
