import type { Element, ElementContent, Nodes, Parents, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isMedia } from './links.ts'

/** Width and height in pixels of a file under `/media/`, or null when it is not known. */
export type Measure = (src: string) => { readonly width: number; readonly height: number } | null

/**
 * Makes compiled Markdown fit for a page: one h1 (the headline), tables that scroll by themselves and can be reached by
 * keyboard, boxes of task lists that have a name, pictures that hold their place. A picture from elsewhere leaves its
 * alt text: a page asks no other site for anything.
 */
export function decorate(tree: Root, measure: Measure): void {
  let tables = 0
  visit(tree, 'element', (node, index, parent) => {
    const { tagName, properties } = node
    if (parent === undefined || index === undefined) return undefined
    const replace = (by: ElementContent[]) => {
      parent.children.splice(index, 1, ...by)
      return index
    }
    switch (tagName) {
      case 'a':
        // Schemes have no case for a browser, but they have for the sanitiser.
        if (properties.href) properties.href = String(properties.href).replace(/^[a-z]+:/i, (it) => it.toLowerCase())
        break
      case 'h1':
        node.tagName = 'h2'
        break
      case 'th':
        properties.scope ??= parent.children.some(isDataCell) ? 'row' : 'col'
        break
      case 'table':
        return isScroller(parent) ? undefined : replace([scroller(node, ++tables)])
      case 'input':
        if (properties.type !== 'checkbox') return replace([])
        properties.ariaLabel = properties.checked ? 'Done' : 'Not done'
        break
      case 'img':
        if (!isMedia(String(properties.src))) return replace([{ type: 'text', value: String(properties.alt ?? '') }])
        Object.assign(properties, { loading: 'lazy', decoding: 'async', ...measure(fileOf(String(properties.src))) })
    }
    return undefined
  })
}

const isDataCell = (node: Nodes): boolean => node.type === 'element' && node.tagName === 'td'

/** Markdown encodes what an address cannot hold; the file is named without. */
const fileOf = (src: string) => {
  try {
    return decodeURI(src)
  } catch {
    return src
  }
}

const SCROLLER = 'table-scroll'

/** Regions of one page need names that differ. */
const scroller = (table: Element, number: number): Element => ({
  type: 'element',
  tagName: 'div',
  properties: {
    className: [SCROLLER],
    role: 'region',
    tabIndex: 0,
    ariaLabel: number === 1 ? 'Table' : `Table ${number}`,
  },
  children: [table],
})

const isScroller = (node: Parents): boolean =>
  node.type === 'element' && [node.properties.className].flat().includes(SCROLLER)
