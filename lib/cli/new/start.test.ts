import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type ContentFolder, contentFolder, site } from '#tests/fixtures/content.ts'
import { progressBar } from '../progress.ts'
import type { Answers } from './draft.ts'
import { startArticle } from './start.ts'

const GOOD = { title: 'The first beep: 1957', section: 'science', kind: 'news', authors: ['jo-march', 'amy-march'] }
const NOW = Date.parse('2025-12-31T20:30:00-05:00')
const FILE = 'articles/2025/12/the-first-beep-1957.md'

/** Starts an article; `typed` is what a person answers, null when nobody is there. */
async function start({ root }: ContentFolder, given: Answers, slug?: string, typed: string[] | null = null) {
  const said: string[] = []
  const started = await startArticle(
    { given, slug, contentDir: root, now: NOW },
    {
      ask: typed && (async () => typed.shift() ?? ''),
      say: (line) => said.push(line),
      bar: progressBar('Reading', { write: () => {} }),
    },
  )
  return { ...started, said }
}

/** The files that lie beside the one that the folder begins with. */
async function written({ root }: ContentFolder): Promise<string[]> {
  const entries = await readdir(path.join(root, 'articles'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory() && entry.name !== 'station.md')
  return files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

test('a draft is written that the check finds nothing wrong with', async () => {
  await using folder = await contentFolder()
  expect(await start(folder, GOOD)).toEqual({ file: FILE, address: '/science/the-first-beep-1957', said: [] })
  expect(await folder.check(NOW)).toEqual([])
  expect(folder.parse(FILE).values).toMatchObject({ ...GOOD, status: 'draft' })
})

test('the date and the folders are those of the publication’s zone', async () => {
  await using folder = await contentFolder({ 'site.yaml': site({ timezone: 'Pacific/Kiritimati' }) })
  const { file } = await start(folder, GOOD)
  expect(file).toBe('articles/2026/01/the-first-beep-1957.md')
  expect(await readFile(path.join(folder.root, file), 'utf8')).toContain('\npublished: 2026-01-01T15:30:00+14:00\n')
})

test('a second article of one title gets a number, and the first stays as it is', async () => {
  await using folder = await contentFolder()
  await start(folder, GOOD)
  const before = await readFile(path.join(folder.root, FILE), 'utf8')
  expect((await start(folder, { ...GOOD, dek: 'Another.' })).address).toBe('/science/the-first-beep-1957-2')
  expect(await readFile(path.join(folder.root, FILE), 'utf8')).toBe(before)
  expect(await folder.check(NOW)).toEqual([])
})

test('a file that is in the way is not overwritten', async () => {
  await using folder = await contentFolder()
  await folder.link(FILE, '/nowhere/at/all')
  await expect(start(folder, GOOD)).rejects.toThrow(`${FILE} is there already`)
})

test('a folder that cannot be made is told', async () => {
  await using folder = await contentFolder({ 'articles/2025': 'a file' })
  await expect(start(folder, GOOD)).rejects.toThrow(`${FILE} cannot be written (ENOTDIR)`)
})

test('every unknown name is told with a suggestion, and nothing is written', async () => {
  await using folder = await contentFolder()
  const wrong = { title: 'A', section: 'scence', kind: 'newz', authors: ['jo-marhc'], edition: 'ukk' }
  await expect(start(folder, wrong)).rejects.toThrow(
    `error --section: section "scence" has no file in sections/ (did you mean "science"?)
error --kind: there is no kind "newz" (did you mean "news"?)
error --edition: edition "ukk" is not in site.yaml (did you mean "uk"?)
error --authors: author "jo-marhc" has no file in authors/ (did you mean "jo-march"?)`,
  )
  expect(await written(folder)).toEqual([])
})

test('a warning is told, and the draft is written', async () => {
  await using folder = await contentFolder()
  const { said } = await start(folder, { ...GOOD, dek: 'The first beep, 1957.' })
  expect(said).toEqual(['warning --dek: the dek repeats the title'])
  expect(await written(folder)).toEqual([FILE])
})

test('with nobody to ask, all that is missing is listed', async () => {
  await using folder = await contentFolder()
  await expect(start(folder, { kind: 'news' })).rejects.toThrow('Missing: --title, --section, --authors (or --edition)')
})

test('with somebody to ask, what is missing is asked for', async () => {
  await using folder = await contentFolder()
  const { file } = await start(folder, { section: 'science', authors: ['jo-march'] }, undefined, [
    'The first beep: 1957',
    'Heard in 1957.',
    '',
    'uk',
  ])
  expect(file).toBe(FILE)
  expect(await folder.check(NOW)).toEqual([])
})

test('a title that makes no slug needs one', async () => {
  await using folder = await contentFolder()
  await expect(start(folder, { ...GOOD, title: '東京' })).rejects.toThrow('--slug')
  expect((await start(folder, { ...GOOD, title: '東京' }, 'tokyo')).address).toBe('/science/tokyo')
})

test('a slug is asked for until it is good', async () => {
  await using folder = await contentFolder()
  const { address, said } = await start(folder, { ...GOOD, title: '東京' }, undefined, ['', 'search', ' tokyo '])
  expect(address).toBe('/science/tokyo')
  expect(said).toHaveLength(3)
})

test('a slug that leads out of the folder is refused', async () => {
  await using folder = await contentFolder()
  await expect(start(folder, GOOD, '../../../../escaped')).rejects.toThrow('is no slug')
  expect(await written(folder)).toEqual([])
})

test('a site.yaml without a time zone is told', async () => {
  await using folder = await contentFolder({ 'site.yaml': site({ timezone: 'Mars/Olympus' }) })
  await expect(start(folder, GOOD)).rejects.toThrow('site.yaml names no time zone')
})
