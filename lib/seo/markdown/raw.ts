import type { Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { PhrasingContent, RootContent } from 'mdast'
import { schema } from '../../markdown/sanitise.ts'

/** Elements that leave a page with all that is in them. */
const STRIPPED = new Set(schema.strip)

/** The first tag in a piece of HTML: whether it closes, and its name. */
const TAG = /^<(\/?)([a-z][a-z\d-]*)/i

/** The words of a piece of raw HTML, each block of them a paragraph; what a fold is called stands out. */
export function wordsOf(html: string): RootContent[] {
  const paragraphs: RootContent[] = []
  let run = ''
  const close = (strong = false) => {
    const value = run.replace(/\s+/g, ' ').trim()
    run = ''
    if (value === '') return
    const words: PhrasingContent = { type: 'text', value }
    paragraphs.push({ type: 'paragraph', children: strong ? [{ type: 'strong', children: [words] }] : [words] })
  }
  const read = (node: Nodes): void => {
    if (node.type === 'text') run += node.value
    if (!('children' in node)) return
    if (node.type === 'element' && STRIPPED.has(node.tagName)) return
    const isBlock = node.type === 'element' && BLOCKS.has(node.tagName)
    if (isBlock) close()
    node.children.forEach(read)
    if (isBlock) close(node.tagName === 'summary')
  }
  read(raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root)
  close()
  return paragraphs
}

const BLOCKS = new Set(
  'blockquote br caption dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
)

/** Running text without the tags among it; those that leave a page with their content take it along here, too. */
export function withoutTags(children: readonly PhrasingContent[]): PhrasingContent[] {
  let within: string | null = null
  return children.flatMap((child): PhrasingContent[] => {
    const [, closes, name = ''] = (child.type === 'html' && TAG.exec(child.value)) || []
    const tag = name.toLowerCase()
    if (within !== null) {
      if (closes && tag === within) within = null
      return []
    }
    if (child.type !== 'html') return [child]
    if (!closes && STRIPPED.has(tag) && !child.value.endsWith('/>')) within = tag
    return tag === 'br' ? [{ type: 'break' }] : []
  })
}
