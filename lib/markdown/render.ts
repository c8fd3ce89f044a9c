import type { ElementContent } from 'hast'
import type { Html, Nodes, Root } from 'mdast'
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
import { walk } from './walk.ts'

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

/** What one compiling needs to know, carried by the tree, so that a single compiler serves all. */
interface Job {
  /** What happens to the parts of the body before its notes join them. */
  readonly arrange: (body: ElementContent[]) => ElementContent[]
  readonly measure: Measure
}

declare module 'mdast' {
  interface RootData {
    job?: Job
  }
}

function compile(text: string, measure: Measure, arrange: Job['arrange']): string {
  return withTree(text, (tree) => {
    nameHeadings(tree)
    placeSlots(tree)
    freeMentions(tree)
    typesetTree(tree)
    walk(tree, forgetPosition)
    tree.data = { job: { arrange, measure } }
    return compiler.stringify(tree).trim()
  })
}

/** The compiler copies each position into the HTML tree, and the sanitiser each again, but HTML has no place for them. */
function forgetPosition(node: Nodes): void {
  node.position = undefined
}

function root(state: State, node: Root): ElementContent[] {
  const { job } = node.data ?? {}
  if (job === undefined) throw new Error('a body is to be compiled without a word on how')
  const body = job.arrange(parseRaw(state.wrap(state.all(node)) as ElementContent[]))
  const children = [...body, ...footnoteSection(state)]
  decorate({ type: 'root', children }, job.measure)
  return children
}

const handlers: Handlers = {
  root,
  footnoteReference,
  html: (_: State, { value }: Html) => ({ type: 'raw', value }),
  slot: (state: State, node: MarkdownSlot) => ({ type: 'slot', slot: node.slot, children: state.all(node) }),
}

const compiler = remark().use(remarkHtml, { sanitize: schema, handlers }).freeze()
