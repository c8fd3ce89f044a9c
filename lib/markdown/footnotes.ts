import type { Element, ElementContent } from 'hast'
import type { FootnoteReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { normalizeUri } from 'micromark-util-sanitize-uri'

const safe = (identifier: string) => normalizeUri(identifier.toLowerCase())
const repeat = (count: number) => (count > 1 ? `-${count}` : '')

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

/** A footnote's number in the text, which links to its note. Numbers follow the order of first mention. */
export function footnoteReference(state: State, node: FootnoteReference): Element {
  const id = node.identifier.toUpperCase()
  if (!state.footnoteOrder.includes(id)) state.footnoteOrder.push(id)
  const count = (state.footnoteCounts.get(id) ?? 0) + 1
  state.footnoteCounts.set(id, count)
  const number: ElementContent = { type: 'text', value: String(state.footnoteOrder.indexOf(id) + 1) }
  const link = element(
    'a',
    {
      href: `#fn-${safe(id)}`,
      id: `fnref-${safe(id)}${repeat(count)}`,
      className: ['footnote-ref'],
      role: 'doc-noteref',
    },
    [number],
  )
  return element('sup', { className: ['footnote-mark'] }, [link])
}

/** The notes at the end of a body, or null when it has none. Takes them over from the library's own section. */
export function footnoteSection(state: State): Element | null {
  const items: Element[] = []
  // Notes may mention notes, so the list can grow while it is read.
  for (let at = 0; at < state.footnoteOrder.length; at++) {
    const id = state.footnoteOrder[at] ?? ''
    const definition = state.footnoteById.get(id)
    if (definition === undefined) continue
    const content = state.all(definition) as ElementContent[]
    const backs = Array.from({ length: state.footnoteCounts.get(id) ?? 1 }, (_, mention) =>
      element(
        'a',
        {
          href: `#fnref-${safe(id)}${repeat(mention + 1)}`,
          className: ['footnote-back'],
          role: 'doc-backlink',
          ariaLabel: `Back to reference ${at + 1}${repeat(mention + 1)}`,
        },
        [{ type: 'text', value: '↩' }],
      ),
    )
    const last = content.at(-1)
    const spaced = backs.flatMap((back): ElementContent[] => [{ type: 'text', value: ' ' }, back])
    if (last?.type === 'element' && last.tagName === 'p') last.children.push(...spaced)
    else content.push(...spaced)
    items.push(element('li', { id: `fn-${safe(id)}` }, content))
  }
  state.footnoteOrder.length = 0
  if (items.length === 0) return null
  return element('section', { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: 'Notes' }, [
    element('ol', {}, items),
  ])
}
