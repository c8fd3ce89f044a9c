import { expect, test } from 'vitest'
import { article, contentFolder, markdown, NOW } from '#tests/fixtures/content.ts'
import { SearchableFolder } from '#tests/fixtures/searchable.ts'

const NAMES = Array.from({ length: 12 }, (_, nth) => `author-${String.fromCharCode(97 + nth)}`)

async function many() {
  const people = NAMES.map((slug) => [`authors/${slug}.md`, markdown({ name: slug.toUpperCase() })])
  const stories = NAMES.map((slug, nth) => [
    `articles/2022/04/x${nth}.md`,
    article({ authors: nth === 0 ? `[${slug}]` : `[author-a, ${slug}]` }, 'A comet.\n'),
  ])
  const folder = await contentFolder(Object.fromEntries([...people, ...stories]))
  const searchable = await SearchableFolder.of(folder.root, NOW)
  return {
    facets: async (over = {}) => (await searchable.search('comet', over)).facets,
    async [Symbol.asyncDispose]() {
      searchable[Symbol.dispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test('ten authors are offered, those with most stories first, each by name', async () => {
  await using made = await many()
  const { authors } = await made.facets()
  expect(authors.map(({ value }) => value)).toEqual(NAMES.slice(0, 10))
  expect(authors[0]).toEqual({ value: 'author-a', label: 'AUTHOR-A', count: 12, selected: false })
})

test('a filter that was chosen is offered whatever it counts, so that it can be taken back', async () => {
  await using made = await many()
  const chosen = { author: 'author-l', section: 'nowhere', kind: 'opinion', year: 1900 }
  const { authors, sections, kinds, years } = await made.facets(chosen)
  for (const [facets, value] of [
    [authors, 'author-l'],
    [sections, 'nowhere'],
    [kinds, 'opinion'],
    [years, '1900'],
  ] as const)
    expect(facets.filter(({ selected }) => selected)).toEqual([expect.objectContaining({ value, count: 0 })])
})
