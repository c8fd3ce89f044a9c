import { expect, test } from 'vitest'
import { contentFolder, NOW, type Parts, site } from '#tests/fixtures/content.ts'
import type { Answers } from './draft.ts'
import { askFor, missingFields, toAnswer } from './questions.ts'

/** What comes of a talk: the answers, the first word of each question, and what was said in between. */
async function talk(given: Answers, typed: readonly string[], parts: Parts = {}) {
  await using folder = await contentFolder(parts)
  const { names } = await folder.read()
  const asked: string[] = []
  const said: string[] = []
  const left = typed.values()
  const ask = async (question: string) => {
    asked.push(question)
    const next = left.next()
    if (next.done) throw new Error(`no answer to "${question}"`)
    return next.value
  }
  const answers = await askFor(given, names, NOW, ask, (line) => said.push(line))
  return { answers, asked, words: asked.map((question) => question.split(/[ ,:]/)[0]), said }
}

test('everything is asked for in order', async () => {
  const { answers, words, said } = await talk({}, [
    'The beep',
    'Heard in 1957.',
    'science',
    'feature',
    'uk',
    'jo-march, amy-march',
  ])
  expect(words).toEqual(['Title', 'Dek', 'Section', 'Kind', 'Edition', 'Authors'])
  expect(said).toEqual([])
  expect(answers).toEqual({
    title: 'The beep',
    dek: 'Heard in 1957.',
    section: 'science',
    kind: 'feature',
    edition: 'uk',
    authors: ['jo-march', 'amy-march'],
  })
})

test('what is given is not asked for', async () => {
  const given = { title: 'The beep', section: 'science', authors: ['jo-march'] }
  const { answers, words } = await talk(given, ['', '', ''])
  expect(words).toEqual(['Dek', 'Kind', 'Edition'])
  expect(answers).toEqual({ ...given, kind: 'news' })
})

test('a wrong answer is explained and asked for again', async () => {
  const given = { title: 'The beep', dek: 'Heard.', kind: 'news', edition: 'uk', authors: ['jo-march'] }
  const { answers, words, said } = await talk(given, ['scence', 'science'])
  expect(words).toEqual(['Section', 'Section'])
  expect(said).toEqual(['section "scence" has no file in sections/ (did you mean "science"?)'])
  expect(answers.section).toBe('science')
})

test('a title is needed', async () => {
  const given = { dek: 'Heard.', section: 'science', kind: 'news', edition: 'uk', authors: ['jo-march'] }
  const { answers, said } = await talk(given, ['', '  ', 'The beep'])
  expect(said).toEqual(['"title" is needed', '"title" is needed'])
  expect(answers.title).toBe('The beep')
})

test('an author is needed where no edition signs', async () => {
  const given = { title: 'The beep', dek: 'Heard.', section: 'science', kind: 'news' }
  const { answers, said } = await talk(given, ['', '', 'jo-march'])
  expect(said).toEqual(['"authors" is needed'])
  expect(answers.authors).toEqual(['jo-march'])
})

test('no author is needed where an edition signs', async () => {
  const given = { title: 'The beep', dek: 'Heard.', section: 'science', kind: 'news' }
  const { answers, asked } = await talk(given, ['uk', ''])
  expect(asked.at(-1)).toContain('or Enter for none')
  expect(answers).toEqual({ ...given, edition: 'uk' })
})

test('a warning is shown and the answer stays', async () => {
  const given = { title: 'The beep', section: 'science', kind: 'news', edition: 'uk', authors: ['jo-march'] }
  const { answers, said } = await talk(given, ['The beep!'])
  expect(said).toEqual(['the dek repeats the title'])
  expect(answers.dek).toBe('The beep!')
})

test('a publication without editions is not asked for one', async () => {
  const given = { title: 'The beep', dek: 'Heard.', section: 'science', kind: 'news' }
  const { words } = await talk(given, ['jo-march'], { 'site.yaml': site({ editions: null }) })
  expect(words).toEqual(['Authors'])
})

test('the questions list the names that there are', async () => {
  const { asked } = await talk({ title: 'The beep', dek: 'Heard.', kind: 'news', edition: 'uk' }, ['world', 'jo-march'])
  expect(asked).toEqual([
    'Section (science, world): ',
    'Authors (amy-march, jo-march), with commas, or Enter for none: ',
  ])
})

test('a long list of names is left out', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 25 }, (_, at) => [`sections/part-${at}.md`, '---\ntitle: A\ndescription: B.\n---\n']),
  )
  const { asked } = await talk(
    { title: 'A', dek: 'B.', kind: 'news', edition: 'uk', authors: ['jo-march'] },
    ['world'],
    many,
  )
  expect(asked).toEqual(['Section: '])
})

test('what is missing is told by field', () => {
  expect(missingFields({})).toEqual(['title', 'section', 'kind', 'authors'])
  expect(missingFields({ title: 'A', kind: 'news', edition: 'uk' })).toEqual(['section'])
})

test('authors are cut at commas, and empty ones are dropped', () => {
  expect(toAnswer('authors', ' jo-march , ,amy-march,')).toEqual({ authors: ['jo-march', 'amy-march'] })
})

test.each([undefined, '', '  '])('%j is no answer', (typed) => {
  expect(toAnswer('title', typed)).toEqual({})
})

test('commas alone name no author', () => {
  expect(toAnswer('authors', ', ,')).toEqual({})
})
