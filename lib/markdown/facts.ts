import type { Root as HtmlRoot } from 'hast'
import { raw } from 'hast-util-raw'
import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { headingsOf } from './headings.ts'
import { withTree } from './parse.ts'

/** Line and column in the body, from 1. */
interface Spot {
  readonly line: number
  readonly column: number
}

interface LinkFact extends Spot {
  readonly href: string
}

interface ImageFact extends Spot {
  readonly src: string
  readonly alt: string
  readonly credit: string | null
}

interface DirectiveFact extends Spot {
  readonly name: string
  readonly container: boolean
  readonly attributes: Readonly<Record<string, string>>
  /** At the top level or in an aside, where a directive can be shown. */
  readonly placed: boolean
}

interface HeadingFact extends Spot {
  readonly depth: number
  readonly id: string
  readonly text: string
}

interface ParagraphFact extends Spot {
  readonly words: number
}

/** What a body holds that can be right or wrong, with where it stands. */
export interface BodyFacts {
  readonly links: readonly LinkFact[]
  readonly images: readonly ImageFact[]
  readonly directives: readonly DirectiveFact[]
  readonly headings: readonly HeadingFact[]
  readonly paragraphs: readonly ParagraphFact[]
  /** The body nests so deep that it can be shown as plain text only; nothing else is known of it then. */
  readonly tooDeep: boolean
}

/** Reads a body for checking. */
export function bodyFacts(text: string): BodyFacts {
  return withTree(text, (tree, tooDeep) => {
    const headings = headingsOf(tree).map(({ heading, ...named }) => {
      return { ...spot(heading), depth: heading.depth, ...named }
    })
    return { ...factsOf(tree), headings, tooDeep }
  })
}

function factsOf(tree: Root): Pick<BodyFacts, 'links' | 'images' | 'directives' | 'paragraphs'> {
  const links: LinkFact[] = []
  const images: ImageFact[] = []
  const directives: DirectiveFact[] = []
  const paragraphs: ParagraphFact[] = []
  visit(tree, (node, _, parent) => {
    const at = spot(node)
    switch (node.type) {
      case 'link':
      case 'definition':
        links.push({ ...at, href: node.url })
        break
      case 'image':
        images.push({ ...at, src: node.url, alt: node.alt ?? '', credit: node.title || null })
        break
      case 'html': {
        const found = inHtml(node.value, at)
        links.push(...found.links)
        images.push(...found.images)
        break
      }
      case 'paragraph':
        paragraphs.push({ ...at, words: textOf(node, { includeHtml: false }).split(/\s+/).filter(Boolean).length })
        break
      case 'leafDirective':
      case 'containerDirective': {
        const entries = Object.entries(node.attributes ?? {})
        const attributes = Object.fromEntries(entries.map(([key, value]) => [key, value ?? '']))
        const container = node.type === 'containerDirective'
        directives.push({ ...at, name: node.name, container, attributes, placed: isPlace(parent) })
      }
    }
  })
  return { links, images, directives, paragraphs }
}

const spot = ({ position }: Nodes): Spot => ({ line: position?.start.line ?? 1, column: position?.start.column ?? 1 })

const isPlace = (parent: Nodes | undefined): boolean =>
  parent?.type === 'root' || (parent?.type === 'containerDirective' && parent.name === 'aside')

/** Links and pictures of a piece of raw HTML; a tag alone counts, since its content stands beside it. */
function inHtml(value: string, at: Spot): { readonly links: LinkFact[]; readonly images: ImageFact[] } {
  const links: LinkFact[] = []
  const images: ImageFact[] = []
  const parsed = raw({ type: 'root', children: [{ type: 'raw', value }] }) as HtmlRoot
  visit(parsed, 'element', ({ tagName, properties }) => {
    if (tagName === 'a' && properties.href !== undefined) links.push({ ...at, href: String(properties.href) })
    if (tagName === 'img') {
      images.push({ ...at, src: String(properties.src ?? ''), alt: String(properties.alt ?? ''), credit: null })
    }
  })
  return { links, images }
}
