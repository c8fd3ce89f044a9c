import type { Element, ElementContent } from 'hast'
import type { FootnoteReference, Root } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { parseRaw } from './html.ts'

/** The id of a note. A colon keeps it apart from every heading's id, which has none. */
const noteId = (number: number) => `fn:${number}`

/** The id of a note's first, second … mention in the text. */
const mentionId = (number: number, mention: number) => `fnref:${number}${mention > 1 ? `:${mention}` : ''}`

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

/** A link may hold no other link, so a footnote's mention in the text of one moves right behind it. */
export function freeMentions(tree: Root): void {
  visit(tree, ['link', 'linkReference'], (link, index, parent) => {
    const mentions: FootnoteReference[] = []
    visit(link, 'footnoteReference', (mention, at, holder) => {
      holder?.children.splice(at ?? 0, 1)
      mentions.push(mention)
      return at
    })
    if (parent && 'children' in parent) parent.children.splice((index ?? 0) + 1, 0, ...(mentions as never[]))
  })
}

/** A footnote's number in the text, which links to its note. Numbers follow the order of first mention. */
export function footnoteReference(state: State, { identifier }: FootnoteReference): Element {
  const name = identifier.toUpperCase()
  if (!state.footnoteOrder.includes(name)) state.footnoteOrder.push(name)
  const number = state.footnoteOrder.indexOf(name) + 1
  const mention = (state.footnoteCounts.get(name) ?? 0) + 1
  state.footnoteCounts.set(name, mention)
  const properties = {
    href: `#${noteId(number)}`,
    id: mentionId(number, mention),
    className: ['footnote-ref'],
    role: 'doc-noteref',
  }
  const link = element('a', properties, [{ type: 'text', value: String(number) }])
  return element('sup', { className: ['footnote-mark'] }, [link])
}

/** The notes of a body, or nothing when it has none. Takes them over from the library's own section. */
export function footnoteSection(state: State): Element[] {
  const contents: ElementContent[][] = []
  // Notes may mention notes, so the list can grow while it is read, and each must be read before the ways back are known.
  for (let at = 0; at < state.footnoteOrder.length; at++) {
    const definition = state.footnoteById.get(state.footnoteOrder[at] ?? '')
    contents.push(definition ? parseRaw(state.all(definition) as ElementContent[]) : [])
  }
  const items = state.footnoteOrder.map((name, at) =>
    note(at + 1, contents[at] ?? [], state.footnoteCounts.get(name) ?? 0),
  )
  state.footnoteOrder.length = 0
  if (items.length === 0) return []
  return [
    element('section', { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: 'Notes' }, [
      element('ol', {}, items),
    ]),
  ]
}

/** A note, with a link back to each of its mentions at the end of its last paragraph. */
function note(number: number, content: ElementContent[], mentions: number): Element {
  const last = content.at(-1)
  const end = last?.type === 'element' && last.tagName === 'p' ? last.children : content
  for (let mention = 1; mention <= mentions; mention++) {
    const properties = {
      href: `#${mentionId(number, mention)}`,
      className: ['footnote-back'],
      role: 'doc-backlink',
      ariaLabel: `Back to reference ${number}${mention > 1 ? `-${mention}` : ''}`,
    }
    end.push({ type: 'text', value: ' ' }, element('a', properties, [{ type: 'text', value: '↩' }]))
  }
  return element('li', { id: noteId(number) }, content)
}
