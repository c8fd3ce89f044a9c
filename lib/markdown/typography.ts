import type { Heading, Nodes, Paragraph, Root, TableCell, Text } from 'mdast'
import { walk } from './walk.ts'

/**
 * A quote opens at the start of a block and after a space, an opening bracket, a dash or a slash (other quotes may
 * stand between), unless nothing follows that it could embrace.
 */
const OPENING = /(?<=(?:^|[\s\p{Ps}\p{Pi}\p{Pd}/])["']{0,2})(["'])(?!["']{0,2}(?:$|[\s\p{Pe},;:!?]|\.(?!\.)))/gu

/** What looks like an opening quote but stands for what is left out: the '80s, 'tis, rock 'n' roll. */
const APOSTROPHE = /(?<![\p{L}\p{N}])'(?=(?:\d\ds|[Tt]is|[Tt]was|til|em|n)\b)/gu

/** Straight quotes as a typesetter sets them; the text keeps its length. */
const quotes = (text: string): string =>
  text
    .replace(APOSTROPHE, '’')
    .replace(OPENING, (quote) => (quote === '"' ? '“' : '‘'))
    .replaceAll('"', '”')
    .replaceAll("'", '’')

const dashesAndDots = (text: string): string =>
  text
    .replace(/(?<!-)---?(?!-)/g, (dash) => (dash.length === 2 ? '–' : '—'))
    .replace(/\.{3,}|(?<!\.)\. \. \.(?![ .]*\.)/g, '…')

/** Typewritten text with the quotes, dashes and dots of print. */
export const typeset = (text: string): string => dashesAndDots(quotes(text))

/**
 * Typesets a body. The blocks are taken one by one and each as a whole, since a quotation may open before a link or an
 * emphasis and close within it.
 */
export function typesetTree(tree: Root): void {
  walk(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return true
    typesetBlock(node)
    return false
  })
}

function typesetBlock(block: Paragraph | Heading | TableCell): void {
  const texts: { readonly node: Text; readonly start: number }[] = []
  let whole = ''
  walk(block, (node) => {
    if (node.type === 'text') {
      texts.push({ node, start: whole.length })
      whole += node.value
    } else if (node.type === 'break') {
      whole += '\n'
    } else if (node.type === 'inlineCode' || node.type === 'image' || isBareAddress(node)) {
      whole += 'x'
      return false
    }
    return true
  })
  const set = /["']/.test(whole) ? quotes(whole) : whole
  for (const { node, start } of texts) node.value = dashesAndDots(set.slice(start, start + node.value.length))
}

/** A link that shows its own address, which must stay as it is. */
const isBareAddress = (node: Nodes): boolean => {
  const [only] = node.type === 'link' ? node.children : []
  return node.type === 'link' && only?.type === 'text' && node.url.endsWith(only.value)
}
