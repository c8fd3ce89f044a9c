import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServerProcess } from '#tests/fixtures/server-process.ts'
import { Reader } from './reader.ts'
import { copySample, type Sample } from './sample.ts'

const FILE = 'articles/2026/11/what-makes-a-fair-clue.md'
const DRAFT = '/puzzles/what-makes-a-fair-clue'

// The site as an editor has it while writing; pages are compiled when they are first asked for.
let sample: Sample
let site: ServerProcess
beforeAll(async () => {
  sample = await copySample()
  site = await new ServerProcess({ CONTENT_DIR: sample.root, DATA_DIR: sample.data }, { command: 'dev' }).listening()
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await sample[Symbol.asyncDispose]()
})

test('while writing, a draft shows and is marked', async () => {
  const page = await site.text(DRAFT)
  expect(page).toContain('This is a draft. Readers cannot see it.')
  expect(page).toMatch(/<span[^>]*>Draft<\/span>/)
})

test('while writing, a scheduled story shows and says when it comes out', async () => {
  expect(await site.text('/science/apophis-comes-by')).toMatch(/Scheduled for \w+ \d+, 2029 at/)
})

test('while writing, an open page follows an edit by itself', async () => {
  await using reader = await Reader.open({ pictures: false })
  // Nothing is waited for: an edit before the page listens is not to be missed either.
  await reader.visit(DRAFT, site.url)
  await sample.edit(FILE, (text) => text.replace(/^title: .*/m, 'title: The clue is edited'))
  await reader.page.getByRole('heading', { level: 1, name: 'The clue is edited' }).waitFor()
})
