import type { Element, Root as HastRoot } from 'hast'
import { raw } from 'hast-util-raw'
import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { headingIds } from './headings.ts'
import { parseMarkdown } from './parse.ts'

/** Line and column in the body, from 1. */
export interface Spot {
  readonly line: number
  readonly column: number
}

/** What a body holds that can be right or wrong, with where it stands. */
export interface BodyFacts {
  readonly links: readonly (Spot & { readonly href: string })[]
  readonly images: readonly (Spot & { readonly src: string; readonly alt: string; readonly credit: string | null })[]
  readonly directives: readonly (Spot & {
    readonly name: string
    readonly container: boolean
    readonly attributes: Readonly<Record<string, string>>
    /** At the top level or in an aside, where a directive can be shown. */
    readonly placed: boolean
  })[]
  readonly headings: readonly (Spot & { readonly depth: number; readonly id: string; readonly text: string })[]
  readonly paragraphs: readonly (Spot & { readonly words: number })[]
}

const NOWHERE: Spot = { line: 1, column: 1 }
const spot = (node: Nodes): Spot => node.position?.start ?? NOWHERE

/** Reads a body for checking. */
export function bodyFacts(text: string): BodyFacts {
  const tree = parseMarkdown(text)
  const facts = { links: [], images: [], directives: [], paragraphs: [] } as unknown as {
    -readonly [K in 'links' | 'images' | 'directives' | 'paragraphs']: BodyFacts[K][number][]
  }
  visit(tree, (node, _, parent) => {
    switch (node.type) {
      case 'link':
      case 'definition':
        facts.links.push({ ...spot(node), href: node.url })
        break
      case 'image':
        facts.images.push({ ...spot(node), src: node.url, alt: node.alt ?? '', credit: node.title || null })
        break
      case 'html':
        fromHtml(node.value, spot(node), facts)
        break
      case 'paragraph':
        facts.paragraphs.push({ ...spot(node), words: textOf(node).split(/\s+/).filter(Boolean).length })
        break
      case 'leafDirective':
      case 'containerDirective': {
        const attributes = Object.fromEntries(
          Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']),
        )
        const container = node.type === 'containerDirective'
        facts.directives.push({ ...spot(node), name: node.name, container, attributes, placed: isPlace(parent) })
      }
    }
  })
  const headings = headingIds(tree).map(({ heading, id }) => ({
    ...spot(heading),
    depth: heading.depth,
    id,
    text: textOf(heading),
  }))
  return { ...facts, headings }
}

const isPlace = (parent: Nodes | undefined): boolean =>
  parent?.type === 'root' || (parent?.type === 'containerDirective' && parent.name === 'aside')

/** Links and pictures of a piece of raw HTML; a tag alone counts, since its content stands beside it. */
function fromHtml(
  html: string,
  at: Spot,
  facts: { links: BodyFacts['links'][number][]; images: BodyFacts['images'][number][] },
) {
  const root: HastRoot = { type: 'root', children: [{ type: 'raw', value: html } as never] }
  visit(raw(root) as HastRoot, 'element', ({ tagName, properties }: Element) => {
    if (tagName === 'a' && properties.href !== undefined) facts.links.push({ ...at, href: String(properties.href) })
    if (tagName === 'img') {
      facts.images.push({ ...at, src: String(properties.src ?? ''), alt: String(properties.alt ?? ''), credit: null })
    }
  })
}
