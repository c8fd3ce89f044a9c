import GithubSlugger from 'github-slugger'
import type { Heading, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/** Ids that the page around a body uses; a heading of that name gets a number. */
const TAKEN = [
  'main',
  'related',
  'latest',
  'navigation',
  'footnotes',
  'corrections',
  'sources',
  'topics',
  'authors',
  'share',
]

/**
 * The headings of a body in order, each with the id that links to it: its text in lower case with hyphens, numbered
 * where it repeats, as GitHub does it.
 * @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links
 */
export function headingIds(tree: Root): { readonly heading: Heading; readonly id: string }[] {
  const slugger = new GithubSlugger()
  for (const id of TAKEN) slugger.slug(id)
  const found: { heading: Heading; id: string }[] = []
  visit(tree, 'heading', (heading) => {
    found.push({ heading, id: slugger.slug(textOf(heading)) || slugger.slug('section') })
  })
  return found
}
