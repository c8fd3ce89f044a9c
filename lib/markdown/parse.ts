import type { Definition, Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import { nestsTooDeep } from './depth.ts'

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
const markdown = remark().use(remarkGfm, { singleTilde: false }).use(blockDirectives).freeze()

/**
 * Does something with the syntax tree of a body. Any text is Markdown, but one that nests deeper than the stack goes
 * cannot be walked: it is one paragraph of plain text then, and `tooDeep`.
 */
export function withTree<T>(text: string, work: (tree: Root, tooDeep: boolean) => T): T {
  if (!nestsTooDeep(text)) {
    try {
      return work(withPlainPictures(markdown.parse(text)), false)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  return work({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] }, true)
}

/** Pictures by reference become pictures with an address, so that nothing after needs to know two forms. */
function withPlainPictures(tree: Root): Root {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition)
  })
  if (definitions.size === 0) return tree
  visit(tree, 'imageReference', ({ identifier, alt, position }, index, parent) => {
    const definition = definitions.get(identifier)
    if (!definition || !parent || index === undefined) return
    parent.children[index] = { type: 'image', url: definition.url, title: definition.title, alt, position }
  })
  return tree
}
