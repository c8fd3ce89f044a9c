import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ServerProcess } from '#tests/fixtures/server-process.ts'
import { violations } from './axe.ts'
import { Reader } from './reader.ts'
import { copySample, type Sample } from './sample.ts'

/** As a person's: the name of a browser without a window says that there is nobody. */
const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36'

const READ = [
  'roscosmos-ties-station-to-sanctions',
  'the-leap-second-is-to-go',
  'seven-bridges-one-walk',
  'the-wave-and-the-blue',
  'who-owns-antarctica',
]

let sample: Sample
let site: ServerProcess
beforeAll(async () => {
  sample = await copySample()
  await mkdir(sample.data, { recursive: true })
  const counted = READ.map((slug, before) => ({ slug, score: 90 - before, at: Date.now() }))
  await writeFile(path.join(sample.data, 'most-read.json'), JSON.stringify({ version: 1, counted, place: null }))
  site = await new ServerProcess({ CONTENT_DIR: sample.root, DATA_DIR: sample.data }).listening()
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await sample[Symbol.asyncDispose]()
})

/** How many views of stories count so far, and how many were only asked for ahead. */
async function views(): Promise<number[]> {
  const text = await site.text('/metrics')
  const figure = (name: string) => Number(new RegExp(`^broadsheet_story_views${name} (\\d+)$`, 'm').exec(text)?.[1])
  return [figure('_total'), figure('_left_out_total{reason="prefetch"}')]
}

/** The front in a browser with a window, as far as the site can tell. */
async function withReader(work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.connect(inject('browser'))
  try {
    const page = await (await browser.newContext({ userAgent: USER_AGENT })).newPage()
    await page.goto(site.url, { waitUntil: 'networkidle' })
    await work(page)
  } finally {
    await browser.close()
  }
}

test('a story that is clicked counts once, though the browser asks for it as the link is pressed', async () => {
  const [before = 0] = await views()
  await withReader(async (page) => {
    await page.getByRole('region', { name: 'Latest' }).getByRole('link').first().click()
    await page.waitForURL(/\/\w+\/[\w-]+$/)
    await page.reload()
  })
  expect(await views()).toEqual([before + 1, 0])
})

test('a story whose link is only pointed at does not count', async () => {
  const before = await views()
  await withReader(async (page) => {
    const link = page.getByRole('region', { name: 'Most read' }).getByRole('link').nth(1)
    await link.hover()
    // Longer than a browser waits before it asks for what is pointed at.
    await page.waitForTimeout(600)
  })
  expect(await views()).toEqual(before)
})

test.for([
  { width: 375, dark: false },
  { width: 1440, dark: true },
])('the list and its place on the front can be used by everybody: %o', async (wishes) => {
  await using reader = await Reader.open(wishes)
  for (const address of ['/', '/most-read']) {
    await reader.visit(address, site.url)
    expect(await violations(reader.page)).toEqual([])
    const links = reader.page.getByRole('main').locator('ol').getByRole('link')
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('/').at(-1)))
    expect(hrefs).toEqual(READ)
  }
})

test('a reader comes from the front to the whole list by keyboard', async () => {
  await using reader = await Reader.open()
  await reader.visit('/', site.url)
  const link = reader.page.getByRole('region', { name: 'Most read' }).getByRole('link', { name: 'Most read' })
  await link.focus()
  await reader.page.keyboard.press('Enter')
  await reader.page.waitForURL('**/most-read')
  expect(await reader.page.getByRole('heading', { level: 1 }).textContent()).toBe('Most read')
})
