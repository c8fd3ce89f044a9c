import type { Link, ListItem, Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { remark } from 'remark'
import { expect, test } from 'vitest'
import type { Publication, Section, Story } from '#lib/content/model.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { moment, SCIENCE, story } from '#tests/fixtures/stories.ts'
import { llmsText } from './llms.ts'

const SECTION: Section = { ...SCIENCE, description: 'Found out.' }
const HOSTILE = '# [a](b) <script> *x* _y_ `z` \\ ~~d~~ &amp; ](https://evil.example) 😀 שלום'

interface Read {
  readonly tree: Root
  /** By heading, what each item links to and says. */
  readonly lists: Readonly<Record<string, readonly { readonly text: string; readonly url: string }[]>>
}

/** Reads the file as a Markdown parser does. */
function read(over: Partial<Publication> = {}, stories: readonly Story[] = [story()], sections = [SECTION]): Read {
  const tree = remark().parse(llmsText(publication(over), sections, stories))
  const lists: Record<string, { text: string; url: string }[]> = {}
  let heading = ''
  for (const node of tree.children) {
    if (node.type === 'heading') heading = textOf(node)
    if (node.type === 'list') lists[heading] = node.children.map(readItem)
  }
  return { tree, lists }
}

const readItem = (item: ListItem) => ({
  text: textOf(item),
  url: linksIn(item)
    .map(({ url }) => url)
    .join(' '),
})

const linksIn = (node: Nodes): Link[] =>
  node.type === 'link' ? [node] : 'children' in node ? node.children.flatMap(linksIn) : []

test('the file is a title, a quote, a note and then lists of links under headings', () => {
  const { children } = read().tree
  expect(children.slice(0, 3).map(({ type }) => type)).toEqual(['heading', 'blockquote', 'paragraph'])
  expect(children[0]).toMatchObject({ depth: 1 })
  for (const [at, node] of children.slice(3).entries())
    expect(node).toMatchObject(at % 2 === 0 ? { type: 'heading', depth: 2 } : { type: 'list', ordered: false })
})

test('a story links to its Markdown, with its day, section and dek', () => {
  expect(read({}, [story({ published: moment('2026-09-25T23:05:00-04:00') })]).lists['Recent stories']).toEqual([
    {
      text: 'How a space station stays up: 2026-09-25, Science, It falls all the time, and misses.',
      url: 'https://broadsheet.example/science/how-a-space-station-stays-up.md',
    },
  ])
})

test('drafts and scheduled stories, which whoever writes sees in lists, are left out', () => {
  const stories = (['draft', 'scheduled', 'published'] as const).map((state) => story({ slug: state, state }))
  expect(read({}, stories).lists['Recent stories']).toHaveLength(1)
})

test('sections, editions, policies, plain pages and feeds are named by absolute address', () => {
  const { lists } = read({ policies: { corrections: '/corrections', ethics: 'https://press.example/ethics' } })
  const addresses = (title: string) => lists[title]?.map(({ url }) => url.replace('https://broadsheet.example', ''))
  expect(addresses('Sections')).toEqual(['/science'])
  expect(addresses('Editions')).toEqual(['/', '/uk'])
  expect(addresses('How we work')?.slice(0, 3)).toEqual(['/corrections', 'https://press.example/ethics', '/about'])
  expect(addresses('Feeds')).toEqual(['/feed.xml', '/feed.atom', '/feed.json'])
  expect(addresses('Optional')).toContain('/sitemap.xml')
})

test('a heading with nothing under it is left out', () => {
  const { lists } = read({ editions: [], policies: {}, pages: [] }, [], [])
  expect(Object.keys(lists)).toEqual(['Feeds', 'Optional'])
})

test('hostile text is text, wherever it stands', () => {
  const hostile = story({ headline: HOSTILE, dek: `two\nlines\n\n## ${HOSTILE}` })
  const { tree, lists } = read({ name: HOSTILE, description: HOSTILE }, [hostile], [{ ...SECTION, title: HOSTILE }])
  expect(tree.children.slice(0, 2).map((node) => textOf(node))).toEqual([HOSTILE, HOSTILE])
  expect(lists['Recent stories']?.[0]?.text).toContain(`two lines ## ${HOSTILE}`)
  expect(lists.Sections?.[0]?.text).toBe(`${HOSTILE}: Found out.`)
  expect(linksIn(tree).filter(({ url }) => url.includes('evil'))).toEqual([])
  expect(Object.keys(lists)).toHaveLength(6)
})

test('an address ends where its link does', () => {
  const policies = { ethics: 'https://press.example/a_(b)/<c>' }
  expect(read({ policies }).lists['How we work']?.[0]?.url).toBe('https://press.example/a_%28b%29/%3Cc%3E')
})
