import type { Definition, PhrasingContent, Root, RootContent } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { isMedia } from '../../markdown/links.ts'
import { withTree } from '../../markdown/parse.ts'
import { placeSlots } from '../../markdown/slots.ts'
import { typesetTree } from '../../markdown/typography.ts'
import { walk } from '../../markdown/walk.ts'
import { plainBlock, type Surroundings } from './blocks.ts'
import { absoluteLink, linkTo, withAddresses } from './links.ts'
import { withoutTags, wordsOf } from './raw.ts'

/** One way to write each thing, with nothing that is only there to look even. */
const writer = remark()
  .use(remarkGfm, { tablePipeAlign: false, tableCellPadding: true, singleTilde: false })
  .use({ settings: { bullet: '-', emphasis: '*', fences: true, listItemIndent: 'one', resourceLink: true, rule: '-' } })
  .freeze()

/** What no text holds: whoever reads it may take such a character for something else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g

/**
 * Blocks in Markdown that any reader of it understands: directives as what stands nearest, links and pictures with absolute addresses, no
 * HTML, and the same quotes and dashes as on the page.
 * @param lead blocks to stand before the text
 * @param body Markdown as the content contract describes it; any text is accepted
 * @returns with a line end; the empty string where there is nothing
 * @see https://github.github.com/gfm/
 */
export function plainMarkdown(lead: readonly RootContent[], body: string, around: Surroundings): string {
  const write = (children: RootContent[]) =>
    withAddresses(writer.stringify({ type: 'root', children }).replace(CONTROLS, ''))
  // Apart, so that a text that cannot be written otherwise does not take the lead along.
  return [write([...lead]), withTree(body, (tree) => write(plain(tree, around)))].filter(Boolean).join('\n')
}

/** The blocks of a short text, such as a caption. */
export const plainBlocks = (text: string, around: Surroundings): RootContent[] =>
  withTree(text, (tree) => plain(tree, around))

function plain(tree: Root, around: Surroundings): RootContent[] {
  placeSlots(tree)
  typesetTree(tree)
  const definitions = new Map<string, Definition>()
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  return all(tree.children, { ...around, definitions })
}

type Job = Surroundings & { readonly definitions: ReadonlyMap<string, Definition> }

const isRunning = (children: readonly RootContent[]): children is PhrasingContent[] =>
  children.some(({ type }) => type === 'text' || type === 'break' || type === 'link' || type === 'emphasis')

const all = (children: readonly RootContent[], job: Job): RootContent[] =>
  (isRunning(children) ? withoutTags(children) : children).flatMap((child) => one(child, job))

function one(node: RootContent, job: Job): RootContent[] {
  switch (node.type) {
    case 'slot':
      return plainBlock(node, all(node.children, job), job)
    case 'html':
      return wordsOf(node.value)
    case 'definition':
      return []
    case 'image':
      // As on the page, a picture from elsewhere leaves what it says in words.
      return isMedia(node.url)
        ? [{ ...node, url: new URL(node.url, job.page).href }]
        : [{ type: 'text', value: node.alt ?? '' }]
    case 'link':
      return linked(node.url, all(node.children, job), node.title)
    case 'linkReference': {
      const definition = job.definitions.get(node.identifier)
      return linked(definition?.url ?? '', all(node.children, job), definition?.title)
    }
    case 'heading':
      // The headline is the only one of its depth.
      return [{ ...node, depth: Math.max(2, node.depth) as 2, children: all(node.children, job) as PhrasingContent[] }]
    default:
      return 'children' in node ? [{ ...node, children: all(node.children, job) } as RootContent] : [node]
  }
  function linked(href: string, children: RootContent[], title?: string | null): RootContent[] {
    const url = absoluteLink(href, job.page)
    return url === null ? children : [linkTo(url, children as PhrasingContent[], title)]
  }
}
