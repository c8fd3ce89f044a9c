import type { Root } from 'mdast'
import type { Data, Plugin } from 'unified'
import { walk } from './walk.ts'

type Syntax = NonNullable<Data['micromarkExtensions']>[number]

/** The constructs of GFM that make links of addresses which stand bare in a text, and those that make tables. */
const ADDRESSES = ['emailAutolink', 'protocolAutolink', 'wwwAutolink']
const TABLES = ['table']

/** What every bare address has in it: `a@b.example`, `https://b.example`, `www.b.example`. */
const ADDRESS = /@|:\/\/|www\./i

/** What the line under the head of every table has in it. */
const TABLE = /\||:-|-:/

/** Whether a text could hold a table. */
export const mayHoldTable = (text: string): boolean => TABLE.test(text)

/** Whether a tree that was read without bare addresses could be another with them. */
export function mayHoldAddress(tree: Root): boolean {
  let found = false
  walk(tree, (node) => {
    const text = node.type === 'text' ? node.value : 'alt' in node ? node.alt : null
    found ||= text != null && ADDRESS.test(text)
    return !found
  })
  return found
}

/**
 * Takes bare addresses, and perhaps tables, out of the GFM that was used before. The search for an address tries every
 * word of a text, which costs twice as much as all other parsing together; the one for tables tries every line.
 * @see https://github.github.com/gfm/#autolinks-extension-
 * @see https://github.github.com/gfm/#tables-extension-
 */
export const lean: Plugin<[{ readonly tables: boolean }]> = function ({ tables }) {
  const data = this.data()
  const left = new Set<string | undefined>(tables ? ADDRESSES : [...ADDRESSES, ...TABLES])
  data.micromarkExtensions = data.micromarkExtensions?.map((syntax) => ({
    ...syntax,
    text: without(left, syntax.text),
    flow: without(left, syntax.flow),
  }))
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.map((extensions) =>
    [extensions].flat().filter(({ enter }) => !(enter && 'literalAutolink' in enter)),
  )
}

/** Constructs by their first character, without those of some names. */
function without(names: ReadonlySet<string | undefined>, record: Syntax['text'] = {}): NonNullable<Syntax['text']> {
  const kept = Object.entries(record).map(([code, constructs]) => {
    return [code, [constructs ?? []].flat().filter(({ name }) => !names.has(name))] as const
  })
  return Object.fromEntries(kept.filter(([, constructs]) => constructs.length > 0))
}
