import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServerProcess } from '#tests/fixtures/server-process.ts'
import { violations } from './axe.ts'
import { Reader } from './reader.ts'
import { copySample, type Sample } from './sample.ts'

const ARTICLE = 'articles/2022/10/a-spacecraft-moves-an-asteroid.md'
const ADDRESS = '/science/a-spacecraft-moves-an-asteroid'
const WAIT = { timeout: 10_000 }

// One site, whose content is edited while it runs. Each test has a story of its own, or puts things back.
let sample: Sample
let site: ServerProcess
beforeAll(async () => {
  sample = await copySample()
  site = await new ServerProcess({ CONTENT_DIR: sample.root, DATA_DIR: sample.data }).listening()
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await sample[Symbol.asyncDispose]()
})

interface Health {
  readonly ready: boolean
  readonly problems: readonly { file: string; line: number; rule: string }[]
}

const health = async () => (await site.get('/healthz')).json() as Promise<Health>
const problems = async () => (await health()).problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)

test('an edit shows without a restart', async () => {
  const file = 'articles/2022/11/the-leap-second-is-to-go.md'
  await sample.edit(file, (text) => text.replace(/^title: .*/m, 'title: The second is edited'))
  await expect
    .poll(() => site.text('/science/the-leap-second-is-to-go'), WAIT)
    .toContain('<title>The second is edited |')
})

test('a story that breaks keeps its last good page, and health says what is wrong where', async () => {
  const before = await problems()
  // What is related to it may change meanwhile: the words of other stories are still being entered.
  const story = async () => (await site.text(ADDRESS)).split('</article>')[0]
  const page = await story()
  const text = await readFile(path.join(sample.root, ARTICLE), 'utf8')
  await sample.edit(ARTICLE, () =>
    text.replace('section: science', 'section: sciense').replace(/^title: .*/m, 'title: Broken'),
  )
  const line = text.split('\n').indexOf('section: science') + 1
  await expect.poll(problems, WAIT).toEqual([...before, `${ARTICLE}:${line} unknown-section`].sort())
  expect(await story()).toBe(page)
  expect((await site.get('/')).status).toBe(200)

  await sample.edit(ARTICLE, () => text)
  await expect.poll(problems, WAIT).toEqual(before)
})

test('a new story that is broken stays unpublished', async () => {
  const file = 'articles/2026/11/half-done.md'
  await sample.write({ [file]: '---\ntitle: Half done\n---\n\nText.\n' })
  await expect.poll(problems, WAIT).toContain(`${file}:1 missing-field`)
  expect((await site.get('/science/half-done')).status).toBe(404)
  await rm(path.join(sample.root, file))
  await expect.poll(problems, WAIT).not.toContain(`${file}:1 missing-field`)
})

test('a story that only an edition signs comes in, and goes out', async () => {
  const file = 'articles/2026/11/a-note-to-readers.md'
  const source = await readFile(path.join(sample.root, ARTICLE), 'utf8')
  const unsigned = source.replace(/^authors: .*/m, 'authors: []').replace(/^edition: .*/m, 'edition: us')
  await sample.write({
    [file]: unsigned
      .replace(/^(title|published|updated|aliases|related|corrections).*\n( .*\n)*/gm, '')
      .replace('---\n', '---\ntitle: A note\npublished: 2026-11-20T10:00:00-05:00\n'),
  })
  await expect.poll(async () => (await site.get('/science/a-note-to-readers')).status, WAIT).toBe(200)
  expect(await site.text('/science/a-note-to-readers')).toMatch(/>By (<!-- -->)?Broadsheet US</)
  expect(await site.text('/science')).toContain('/science/a-note-to-readers')

  await rm(path.join(sample.root, file))
  await expect.poll(async () => (await site.get('/science/a-note-to-readers')).status, WAIT).toBe(404)
})

test('a broken site.yaml changes nothing but health', async () => {
  const front = await site.get('/')
  const text = await readFile(path.join(sample.root, 'site.yaml'), 'utf8')
  await sample.edit('site.yaml', () => text.replace(/^name: .*/m, 'nam: Broken'))
  await expect.poll(problems, WAIT).toContain('site.yaml:1 unknown-field')
  expect((await health()).ready).toBe(true)
  expect((await site.get('/')).status).toBe(front.status)
  expect(await site.text('/about')).toContain('| Broadsheet</title>')

  await sample.edit('site.yaml', () => text)
  await expect.poll(problems, WAIT).not.toContain('site.yaml:1 unknown-field')
})

test('a long list goes on from page to page, and no story is met twice when another one is published meanwhile', async () => {
  const source = await readFile(path.join(sample.root, ARTICLE), 'utf8')
  const dated = (year: number) =>
    source.replace(/^aliases: .*\n/m, '').replace(/^published: ..../m, `published: ${year}`)
  const old = Array.from({ length: 70 }, (_, n) => [`articles/old/old-story-${n}.md`, dated(1930 + n)] as const)
  await sample.write(Object.fromEntries(old))
  await expect.poll(() => site.text('/science'), WAIT).toContain('old-story-69')

  await using reader = await Reader.open({ width: 375, pictures: false })
  await reader.visit('/science', site.url)
  const pages = reader.page.getByRole('navigation', { name: 'Pages' })
  const stories = () =>
    reader.page
      .locator('main article h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(await violations(reader.page)).toEqual([])
  const met = [await stories()]
  expect(met[0]?.length).toBeGreaterThanOrEqual(20)
  expect(await pages.getByRole('link', { name: 'Newer' }).count()).toBe(0)

  await sample.write({ 'articles/old/a-newer-one.md': dated(2021) })
  await expect.poll(() => site.text('/science'), WAIT).toContain('/a-newer-one')
  const titles = [await reader.page.title()]
  const older = pages.getByRole('link', { name: 'Older' })
  while ((await older.count()) > 0) {
    const address = await older.getAttribute('href')
    await older.click()
    await reader.page.waitForURL(`**${address?.replace('?', '\\?')}`)
    expect(await reader.page.getByText(/^Stories up to /).count()).toBe(1)
    met.push(await stories())
    titles.push(await reader.page.title())
  }
  expect(await violations(reader.page)).toEqual([])
  expect(met.slice(1).map((page) => page.length)).toEqual(met.slice(1).map(() => 20))
  expect(new Set(met.flat()).size).toBe(met.flat().length)
  expect(met.flat()).toEqual(expect.arrayContaining(Array.from({ length: 70 }, (_, n) => `/science/old-story-${n}`)))
  expect(new Set(titles).size).toBe(titles.length)

  const newer = pages.getByRole('link', { name: 'Newer' })
  for (let page = met.length - 2; page > 0; page--) {
    await newer.click()
    await expect.poll(stories).toEqual(met[page])
  }
  await newer.click()
  await reader.page.waitForURL('**/science')
})
