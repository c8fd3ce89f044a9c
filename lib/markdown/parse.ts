import type { Definition, Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import { nestsTooDeep } from './depth.ts'
import { lean, mayHoldAddress, mayHoldTable } from './dialect.ts'
import { walk } from './walk.ts'

/**
 * Block directives only: `::name` and `:::name`. The inline form `:name` stays text, since `12:30` and `3:2` are news.
 * @see https://github.com/micromark/micromark-extension-directive#syntax
 */
const blockDirectives: Plugin = function () {
  const data = this.data()
  const { flow } = directive()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push({ flow })
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(directiveFromMarkdown())
}

/** CommonMark with GFM and block directives, as every body is read. */
const whole = remark().use(remarkGfm, { singleTilde: false }).use(blockDirectives).freeze()

/** The same, but for what a text seldom has and what costs most to look for. */
const leaner = (options: { readonly tables: boolean }) =>
  remark().use(remarkGfm, { singleTilde: false }).use(lean, options).use(blockDirectives).freeze()

const withTables = leaner({ tables: true })
const withoutTables = leaner({ tables: false })

/** The tree of a text, by the cheapest parser that gives the same one as the whole. */
function parse(text: string): Root {
  const tree = (mayHoldTable(text) ? withTables : withoutTables).parse(text)
  return mayHoldAddress(tree) ? whole.parse(text) : tree
}

/**
 * Does something with the syntax tree of a body. Any text is Markdown, but one that nests deeper than the stack goes
 * cannot be walked: it is one paragraph of plain text then, and `tooDeep`.
 */
export function withTree<T>(text: string, work: (tree: Root, tooDeep: boolean) => T): T {
  if (!nestsTooDeep(text)) {
    try {
      return work(withPlainPictures(parse(text)), false)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  return work({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] }, true)
}

/** Pictures by reference become pictures with an address, so that nothing after needs to know two forms. */
function withPlainPictures(tree: Root): Root {
  const definitions = new Map<string, Definition>()
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  if (definitions.size === 0) return tree
  visit(tree, 'imageReference', ({ identifier, alt, position }, index, parent) => {
    const definition = definitions.get(identifier)
    if (!definition || !parent || index === undefined) return
    parent.children[index] = { type: 'image', url: definition.url, title: definition.title, alt, position }
  })
  return tree
}
