import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { Reader } from './reader.ts'
import { copySample, type Sample } from './sample.ts'
import { Site } from './site.ts'

const ARTICLE = 'articles/2022/10/a-spacecraft-moves-an-asteroid.md'
const ADDRESS = '/science/a-spacecraft-moves-an-asteroid'
const WAIT = { timeout: 10_000 }

// One site, whose content is edited while it runs. Each test has a story of its own, or puts things back.
let sample: Sample
let site: Site
beforeAll(async () => {
  sample = await copySample()
  site = await Site.run('start', { CONTENT_DIR: sample.root, DATA_DIR: sample.data })
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
  const page = await site.text(ADDRESS)
  const text = await readFile(path.join(sample.root, ARTICLE), 'utf8')
  await sample.edit(ARTICLE, () =>
    text.replace('section: science', 'section: sciense').replace(/^title: .*/m, 'title: Broken'),
  )
  const line = text.split('\n').indexOf('section: science') + 1
  await expect.poll(problems, WAIT).toEqual([...before, `${ARTICLE}:${line} unknown-section`].sort())
  expect(await site.text(ADDRESS)).toBe(page)
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

test('a long list goes on from page to page', async () => {
  const source = await readFile(path.join(sample.root, ARTICLE), 'utf8')
  const copies = Array.from({ length: 45 }, (_, n) => {
    const text = source.replace(/^aliases: .*\n/m, '').replace(/^published: ..../m, `published: ${1930 + n}`)
    return [`articles/old/old-story-${n}.md`, text] as const
  })
  await sample.write(Object.fromEntries(copies))
  await expect.poll(async () => (await site.get('/science?page=3')).status, WAIT).toBe(200)

  await using reader = await Reader.open({ width: 375, pictures: false })
  await reader.visit('/science', site.url)
  const pages = reader.page.getByRole('navigation', { name: 'Pages' })
  expect(await reader.page.locator('main article').count()).toBe(20)
  expect(await violations(reader.page)).toEqual([])
  await pages.getByRole('link', { name: 'Older' }).click()
  await reader.page.waitForURL('**/science?page=2')
  expect(await pages.locator('[aria-current=page]').textContent()).toMatch(/2$/)
  expect(await reader.page.locator('main article').count()).toBe(20)
  expect(await reader.page.title()).toMatch(/2/)
  expect(await violations(reader.page)).toEqual([])
  await pages.getByRole('link', { name: 'Newer' }).click()
  await reader.page.waitForURL('**/science')
})
