import type { Element, ElementContent } from 'hast'

const isParagraph = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && node.tagName === 'p'

/** Paragraphs run into one another, for a place that holds a line of text. */
export const inOneLine = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child, at): ElementContent[] => {
    if (!isParagraph(child)) return [child]
    return at === 0 ? child.children : [{ type: 'text', value: ' ' }, ...child.children]
  })

/** The content of a paragraph that stands alone; several paragraphs, or other blocks, stay as they are. */
export function withoutParagraph(children: ElementContent[]): ElementContent[] {
  const [only, more] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return isParagraph(only) && more === undefined ? only.children : children
}

/** Where the third paragraph ends; in a shorter text, the end. */
export function afterThirdParagraph(children: readonly ElementContent[]): number {
  let paragraphs = 0
  const third = children.findIndex((child) => isParagraph(child) && ++paragraphs === 3)
  return third === -1 ? children.length : third + 1
}
