import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { EVERY_PAGE, PAGES } from './pages.ts'
import { Reader } from './reader.ts'

const brotli = promisify(brotliCompress)

/** The bodies of what a page fetches of one type. */
function collect(page: Page, type: 'font' | 'stylesheet'): Promise<Buffer>[] {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === type) bodies.push(response.body())
  })
  return bodies
}

const total = (buffers: readonly Buffer[]) => buffers.reduce((sum, { length }) => sum + length, 0)

test('a story takes two font files at most, of 80 KB together', async () => {
  await using reader = await Reader.open({ pictures: false })
  const fonts = collect(reader.page, 'font')
  await reader.visit(PAGES['a long read with footnotes, asides and figures'])
  await reader.page.evaluate(() => document.fonts.ready.then(() => true))
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.length).toBeLessThanOrEqual(2)
  expect(total(await Promise.all(fonts))).toBeLessThanOrEqual(80 * 1024)
})

test('all of the style is 10 KB at most on its way', async () => {
  await using reader = await Reader.open({ pictures: false })
  const sheets = collect(reader.page, 'stylesheet')
  await reader.visit(PAGES['a news story'])
  const sizes = await Promise.all((await Promise.all(sheets)).map((sheet) => brotli(sheet)))
  expect(sizes.length).toBeGreaterThan(0)
  expect(total(sizes)).toBeLessThanOrEqual(10 * 1024)
})

test('every picture says how large it is before it comes', async () => {
  await using reader = await Reader.open({ pictures: false, script: false })
  for (const [, address] of EVERY_PAGE) {
    await reader.visit(address)
    const sizes = await reader.page
      .locator('img')
      .evaluateAll((images) => images.map((image) => [image.getAttribute('width'), image.getAttribute('height')]))
    expect(
      sizes.flat().filter((size) => !/^[1-9]\d*$/.test(size ?? '')),
      address,
    ).toEqual([])
  }
})

interface Shift {
  readonly value: number
  readonly what: string
}

/** Everything that moved on the page since it began to load. */
const shifts = (page: Page): Promise<Shift[]> =>
  page.evaluate(() => {
    type Entry = PerformanceEntry & { value: number; sources: { node: Element | null }[] }
    const observer = new PerformanceObserver(() => {})
    observer.observe({ type: 'layout-shift', buffered: true })
    return (observer.takeRecords() as Entry[]).map(({ value, sources }) => ({
      value,
      what: sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(', '),
    }))
  })

/** Scrolls to the end step by step, so that every picture comes in. */
async function readThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let top = 0; top < height; top += 600) await page.evaluate((y) => scrollTo(0, y), top)
  await page.waitForLoadState('networkidle')
}

test.for(
  [375, 1440].flatMap((width) =>
    (
      [PAGES['the front page'], PAGES['a long read with footnotes, asides and figures'], PAGES['a section']] as const
    ).map((address) => [address, width] as const),
  ),
)('nothing moves on %s at %s px while it loads', async ([address, width]) => {
  await using reader = await Reader.open({ width })
  // Fonts that come while the page is painted for the first time move it by a hair: the next test is about them.
  await reader.page.route('**/*.woff2', (route) => route.abort())
  await reader.visit(address)
  await readThrough(reader.page)
  expect(await shifts(reader.page)).toEqual([])
})

test.for([375, 1440])('hardly anything moves at %s px when the fonts come late', async (width) => {
  await using reader = await Reader.open({ width, pictures: false })
  const { page } = reader
  const painted = Promise.withResolvers<void>()
  await page.exposeFunction('painted', () => painted.resolve())
  await page.addInitScript(() => {
    new PerformanceObserver(() => (window as unknown as { painted(): void }).painted()).observe({
      type: 'paint',
      buffered: true,
    })
  })
  await page.route('**/*.woff2', async (route) => {
    await painted.promise
    await route.continue()
  })
  await reader.visit(PAGES['a news story'])
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const moved = (await shifts(page)).reduce((sum, { value }) => sum + value, 0)
  // How well a fallback fits depends on the fonts of the machine; this is what counts as good anywhere.
  expect(moved).toBeLessThan(0.1)
})
