import GithubSlugger, { slug } from 'github-slugger'
import type { Heading, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { walk } from './walk.ts'

/** Parts of the page around a body. Their ids, and those of their headings, are taken: a heading of that name gets a number. */
const PARTS = [
  'main',
  'navigation',
  'related',
  'latest',
  'footnotes',
  'corrections',
  'withdrawn',
  'sources',
  'topics',
  'authors',
  'share',
]

const TAKEN = new GithubSlugger()
for (const part of PARTS) {
  TAKEN.slug(part)
  TAKEN.slug(`${part}-title`)
}

/** A heading with its text, and with the id that links to it. */
export interface NamedHeading {
  readonly heading: Heading
  readonly text: string
  readonly id: string
}

/**
 * The headings of a body in order. A heading's id is its text in lower case with hyphens, numbered where it repeats, as
 * GitHub does it.
 * @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links
 */
export function headingsOf(tree: Root): readonly NamedHeading[] {
  const slugger = new GithubSlugger()
  Object.assign(slugger.occurrences, TAKEN.occurrences)
  const found: NamedHeading[] = []
  walk(tree, (node) => {
    if (node.type !== 'heading') return
    const text = textOf(node, { includeHtml: false }).replace(/\s+/g, ' ')
    found.push({ heading: node, text, id: slugger.slug(slug(text) || 'section') })
  })
  return found
}

/** Gives each heading its id. */
export function nameHeadings(tree: Root): void {
  for (const { heading, id } of headingsOf(tree)) heading.data = { ...heading.data, hProperties: { id } }
}
