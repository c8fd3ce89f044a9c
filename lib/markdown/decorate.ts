import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Width and height in pixels of a file under `/media/`, or null when it is not known. */
export type Measure = (src: string) => { readonly width: number; readonly height: number } | null

/**
 * Makes finished HTML of compiled Markdown: one h1 a page (the headline), ids on headings only where Markdown gave
 * them, tables that scroll by themselves and can be reached by keyboard, images that hold their place.
 * @param ids the ids of the body's Markdown headings
 */
export function decorate(tree: Root, ids: ReadonlySet<string>, measure: Measure): void {
  const free = new Set(ids)
  visit(tree, 'element', (node, index, parent) => {
    const { tagName, properties } = node
    if (/^h[1-6]$/.test(tagName)) {
      if (tagName === 'h1') node.tagName = 'h2'
      if (!free.delete(String(properties.id))) delete properties.id
    } else if (tagName === 'img') {
      const size = measure(String(properties.src))
      Object.assign(properties, { loading: 'lazy', decoding: 'async', ...size })
    } else if (tagName === 'input') {
      properties.ariaLabel = properties.checked ? 'Done' : 'Not done'
    } else if (tagName === 'th' && !properties.scope) {
      properties.scope = 'col'
    } else if (tagName === 'table' && parent && index !== undefined && !isScroller(parent)) {
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: 'Table' },
        children: [node],
      }
      return index
    }
    return undefined
  })
}

const isScroller = (parent: Root | Element) =>
  parent.type === 'element' &&
  Array.isArray(parent.properties.className) &&
  parent.properties.className.includes('table-scroll')
