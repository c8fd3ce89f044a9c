import { expect, test } from 'vitest'
import { article, contentFolder, markdown, type Parts } from '#tests/fixtures/content.ts'
import type { Names } from '../rules/names.ts'
import { FolderNames } from './names.ts'

/** The names of a folder, and what a question to them asked for. */
async function named(parts: Parts, ask: (names: Names) => unknown): Promise<[answer: unknown, asked: string[]]> {
  await using folder = await contentFolder(parts)
  const { names } = await folder.read()
  if (!(names instanceof FolderNames)) throw new Error('these are no names of a folder')
  names.takeAsked()
  const answer = ask(names)
  return [answer, [...names.takeAsked()]]
}

test.each<[string, (names: Names) => unknown, unknown, string[]]>([
  ['a file', ({ files }) => files.authors.has('jo-march'), true, ['authors/jo-march']],
  ['a file that is not there', ({ files }) => files.authors.has('nobody'), false, ['authors/nobody']],
  ['all that it could be', ({ files }) => [...files.series.keys()], ['moon-again'], ['near/series']],
  ['a topic with a file', ({ topics }) => topics.has('space'), true, ['topics/space']],
  ['a topic of an article', ({ topics }) => topics.has('moon'), true, ['topics/moon']],
  ['all topics', ({ topics }) => [...topics.keys()], ['space', 'moon'], ['near/topics']],
  ['a kind', ({ kinds }) => kinds.has('opinion'), true, ['kind/opinion']],
  ['an edition', ({ editions }) => editions.has('eu'), false, ['edition/eu']],
  ['all editions', ({ editions }) => [...editions.keys()], ['us', 'uk'], ['editions']],
  ['an alias', (names) => names.alias('old'), 'a', ['aliases/old']],
  ['an article', (names) => names.article('a')?.file, 'articles/a.md', ['articles/a']],
  ['a picture', ({ media }) => media.isPicture('/media/dot.png'), true, ['media//media/dot.png']],
  ['all media', ({ media }) => [...media.paths], ['/media/dot.png'], ['near/media']],
  ['anchors', (names) => names.anchors('articles', 'a')?.has('more'), true, ['anchors/articles/a']],
  ['the address', ({ url }) => url, 'https://broadsheet.example', ['url']],
  ['the lists of the publication', ({ listed }) => listed, true, ['listed']],
])('who asks for %s is answered, and it is noted', async (_, ask, answer, asked) => {
  const parts = {
    'articles/a.md': article({ aliases: '[old]', topics: '[moon]' }, '## More\n'),
    'topics/space.md': markdown({ title: 'Space' }),
  }
  expect(await named(parts, ask)).toEqual([answer, asked])
})

test('of two files with one slug the first by path is the article', async () => {
  const parts = { 'articles/b/a.md': article({}, '## Second\n'), 'articles/a/a.md': article({}, '## First\n') }
  const [answer] = await named(parts, (names) => [
    names.article('a')?.file,
    [...(names.anchors('articles', 'a') ?? [])],
  ])
  expect(answer).toEqual(['articles/a/a.md', ['first']])
})

test('the first of several moments is the one that is taken', async () => {
  await using folder = await contentFolder()
  const names = (await folder.read()).names as FolderNames
  names.takeAgain()
  for (const moment of [3, 1, 2]) names.later(moment)
  expect([names.takeAgain(), names.takeAgain()]).toEqual([1, null])
})
