import { expect, test } from 'vitest'
import { article, checkArticle, markdown } from '#tests/fixtures/content.ts'

/** An article with the slug of a plain page, and one with the slug of a topic. */
const NAMESAKES = {
  'articles/2021/01/about.md': article({}, '## Elsewhere\n'),
  'articles/2021/01/moon.md': article({}, '## Elsewhere\n'),
  'topics/moon.md': markdown({ title: 'The Moon' }),
}

const dead = async (href: string) =>
  (await checkArticle({}, `[A link](${href}).\n`, NAMESAKES)).map((line) => line.split(' ').at(-1))

test('an anchor of a page is looked for in the page, not in an article of that name', async () => {
  expect(await dead('/about#who-we-are')).toEqual([])
  expect(await dead('/about#elsewhere')).toEqual(['dead-anchor'])
})

test('an anchor of an article is looked for in the article, not in a page of that name', async () => {
  expect(await dead('/world/about#elsewhere')).toEqual([])
  expect(await dead('/world/about#who-we-are')).toEqual(['dead-anchor'])
})

test('an anchor of a page that no file makes is left alone', async () => {
  expect(await dead('/topics/moon#latest')).toEqual([])
})
