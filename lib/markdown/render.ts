import type { ElementContent } from 'hast'
import type { Html, Root } from 'mdast'
import type { Handlers, State } from 'mdast-util-to-hast'
import { remark } from 'remark'
import remarkHtml from 'remark-html'
import type { Block } from './blocks.ts'
import { decorate, type Measure } from './decorate.ts'
import { footnoteReference, footnoteSection, freeMentions } from './footnotes.ts'
import { nameHeadings } from './headings.ts'
import { parseRaw } from './html.ts'
import { cut, mark } from './markers.ts'
import { withoutParagraph } from './paragraphs.ts'
import { withTree } from './parse.ts'
import { type Defaults, withDefaults } from './placement.ts'
import { schema } from './sanitise.ts'
import { type MarkdownSlot, placeSlots, type SlotBlock } from './slots.ts'
import { typesetTree } from './typography.ts'

/**
 * Renders a body to blocks: sanitised HTML, with figures, directives, promotion and sign-up between.
 * @param text Markdown as the content contract describes it; any text is accepted
 * @param measure sizes of the pictures that stand in running text
 * @param defaults what stands after the third paragraph when the body places none itself
 */
export function renderBody(text: string, measure: Measure, defaults: Defaults): Block[] {
  const slots: SlotBlock[] = []
  const html = compile(text, measure, (body) => mark(withDefaults(body, defaults), slots))
  return cut(html, slots)
}

/** Renders a line or two of Markdown, such as a caption or a correction, to sanitised HTML without a paragraph around. */
export const renderInline = (text: string): string => compile(text, () => null, withoutParagraph)

/** @param arrange what happens to the parts of the body before its notes join them */
function compile(text: string, measure: Measure, arrange: (body: ElementContent[]) => ElementContent[]): string {
  const root = (state: State, node: Root): ElementContent[] => {
    const body = arrange(parseRaw(state.wrap(state.all(node)) as ElementContent[]))
    const children = [...body, ...footnoteSection(state)]
    decorate({ type: 'root', children }, measure)
    return children
  }
  const compiler = remark().use(remarkHtml, { sanitize: schema, handlers: { ...HANDLERS, root } })
  return withTree(text, (tree) => {
    nameHeadings(tree)
    placeSlots(tree)
    freeMentions(tree)
    typesetTree(tree)
    return compiler.stringify(tree).trim()
  })
}

const HANDLERS: Handlers = {
  footnoteReference,
  html: (_: State, { value }: Html) => ({ type: 'raw', value }),
  slot: (state: State, node: MarkdownSlot) => ({ type: 'slot', slot: node.slot, children: state.all(node) }),
}
