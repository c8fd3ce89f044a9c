import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentFolder, NOW } from '#tests/fixtures/content.ts'
import { isError } from '../../content/problems.ts'
import { type Answers, draftText, faultsOf } from './draft.ts'

const PUBLISHED = '2025-12-31T09:00:00-05:00'
const GOOD = { title: 'The beep', section: 'science', kind: 'news', authors: ['jo-march', 'amy-march'] }

/** Titles as people write and paste them, with what YAML would read in its own way. */
const anyTitle = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'\'":#-?!&*%@`{}[],|>~ ', ' #', ': ', '🎉', '---'),
      fc.string({ unit: 'grapheme' }),
    ),
    maxLength: 60,
  })
  .map((title) => title.trim())
  .filter((title) => title !== '' && title.length <= 110 && !/[\p{Cc}\u2028\u2029]/u.test(title))

/** What is wrong with answers, in a good folder. */
async function faults(answers: Answers): Promise<string[]> {
  await using folder = await contentFolder()
  const { names } = await folder.read()
  return faultsOf(answers, names, NOW).map(
    ({ field, fails, message }) => `${fails ? 'error' : 'warning'} ${field}: ${message}`,
  )
}

test('a draft is a file that an editor can go on with', () => {
  expect(draftText({ ...GOOD, dek: 'It was heard in 1957.', edition: 'us' }, PUBLISHED)).toBe(`---
title: The beep
dek: It was heard in 1957.
kind: news
section: science
topics: []
authors: [jo-march, amy-march]
edition: us
published: ${PUBLISHED}
status: draft
---

Write the story here. The handbook, docs/editors.md, says what it may hold.
`)
})

test('a kind that needs no dek gets none', () => {
  expect(draftText({ ...GOOD, kind: 'live' }, PUBLISHED)).not.toContain('dek:')
})

test.each<[string, Answers]>([
  ['authors', GOOD],
  ['an edition and no author', { ...GOOD, authors: undefined, edition: 'uk' }],
  ['a title that looks like a number', { ...GOOD, title: '1984' }],
  ['a title that looks like a heading of YAML', { ...GOOD, title: '--- "Yes": no # 3' }],
  ['a title of 110 characters', { ...GOOD, title: 'é'.repeat(110) }],
])('a draft with %s passes the check', async (_, answers) => {
  await using folder = await contentFolder({ 'articles/2025/12/new.md': draftText(answers, PUBLISHED) })
  const lines = await folder.check()
  expect(lines.filter((line) => line.includes(' error '))).toEqual([])
})

test('whatever the title, the folder holds it word for word', async () => {
  await using folder = await contentFolder()
  await fc.assert(
    fc.asyncProperty(anyTitle, anyTitle, async (title, dek) => {
      await folder.write({ 'articles/2025/12/new.md': draftText({ ...GOOD, title, dek }, PUBLISHED) })
      const { values } = folder.parse('articles/2025/12/new.md')
      expect(values).toMatchObject({ title, dek, status: 'draft', authors: GOOD.authors })
      expect((await folder.read()).problems.filter(isError)).toEqual([])
    }),
  )
})

test('good answers have no fault, and neither have none', async () => {
  expect(await faults(GOOD)).toEqual([])
  expect(await faults({})).toEqual([])
})

test('each name that is not known is a fault, with a suggestion', async () => {
  expect(await faults({ section: 'scence', kind: 'newz', edition: 'ukk', authors: ['jo-march', 'jo-marhc'] })).toEqual([
    'error section: section "scence" has no file in sections/ (did you mean "science"?)',
    'error kind: there is no kind "newz" (did you mean "news"?)',
    'error edition: edition "ukk" is not in site.yaml (did you mean "uk"?)',
    'error authors: author "jo-marhc" has no file in authors/ (did you mean "jo-march"?)',
  ])
})

test('a title that is too long is an error, and a long one a warning', async () => {
  expect(await faults({ title: 'x'.repeat(111) })).toEqual([
    'error title: "title" may have at most 110 characters (it has 111)',
  ])
  expect(await faults({ title: 'x'.repeat(95) })).toEqual([expect.stringMatching(/^warning title: .* 95 characters/)])
})

test('a dek that repeats the title is a warning', async () => {
  expect(await faults({ title: 'The beep', dek: 'The beep.' })).toEqual(['warning dek: the dek repeats the title'])
})

test.each(['a\nb', 'a\rb', 'a\u2028b', 'a\u0000b', 'a\tb', 'a\ud800b'])('%j is not one line of text', async (title) => {
  expect(await faults({ ...GOOD, title })).toEqual(['error title: "title" must be one line of plain text'])
})

test('a line end cannot bring in a field of its own', async () => {
  expect(await faults({ ...GOOD, section: 'science\nstatus: published' })).toEqual([
    'error section: "section" must be one line of plain text',
  ])
})
