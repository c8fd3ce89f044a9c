import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { Plugin } from 'unified'

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
export const markdown = remark().use(remarkGfm, { singleTilde: false }).use(blockDirectives).freeze()

/** A body as a Markdown syntax tree with positions. Never throws: any text is Markdown. */
export const parseMarkdown = (text: string): Root => markdown.parse(text)
