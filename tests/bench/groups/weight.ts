import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { findBrowser } from '#lib/cli/browser.ts'
import { PAGES } from '#tests/browser/pages.ts'
import { Client } from '../client.ts'
import { NotMeasured, type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import type { Workspace } from '../workspace.ts'

const STORY = PAGES['a long read with footnotes, asides and figures']
const PHONE = { width: 390, height: 844 }
const KILOBYTE = 1024

/** What an article asks of a phone that has seen nothing of the site before. */
export async function benchWeight(workspace: Workspace): Promise<Row[]> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new NotMeasured('there is no Chromium; "npm test" installs one.')
  const project = await workspace.project()
  const publication = { content: path.join(project, 'content'), data: workspace.scratch('weight') }
  await using site = await Site.ready(workspace, publication)
  workspace.say('weight: asking for an article until it is in demand')
  const first = await ask(site)
  for (let asked = 0; asked < 80; asked++) {
    await ask(site)
    await sleep(100)
  }
  workspace.say('weight: loading the article')
  await using browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 3, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const transfers = listen(page)
  await page.goto(`${site.url}${STORY}`, { waitUntil: 'networkidle' })
  const loaded = await Promise.all(transfers)
  const shift = await layoutShift(page)
  const cookies = await context.cookies()
  const kilobytes = (type: string) =>
    loaded.filter((each) => each.type === type).reduce((sum, { bytes }) => sum + bytes, 0) / KILOBYTE
  const count = (what: string, value: number, most: number) => row({ what, value, unit: '', goal: { most } })
  const weight = (what: string, type: string, most: number) =>
    row({ what, value: kilobytes(type), unit: 'KB', goal: { most } })
  const elsewhere = loaded.filter(({ url }) => !url.startsWith(site.url) && !url.startsWith('data:'))
  const encodings = loaded.map(({ type, encoding }) => `${type} ${encoding}`)
  return [
    weight('article on a phone: JavaScript', 'script', 0),
    row({
      what: 'article on a phone: HTML for its first readers',
      value: first / KILOBYTE,
      unit: 'KB',
      goal: { most: 12 },
    }),
    {
      ...weight('article on a phone: HTML in demand', 'document', 12),
      note: `as sent: ${[...new Set(encodings)].join(', ')}`,
    },
    weight('article on a phone: CSS', 'stylesheet', 10),
    weight('article on a phone: fonts', 'font', 80),
    row({ what: 'article on a phone: pictures before scrolling', value: kilobytes('image'), unit: 'KB' }),
    {
      ...count('article on a phone: requests', loaded.length, 8),
      note: loaded.map(({ url }) => new URL(url).pathname).join(' '),
    },
    count('article on a phone: requests to others', elsewhere.length, 0),
    count('article on a phone: cookies', cookies.length, 0),
    row({ what: 'article on a phone: layout shift', value: shift, unit: '', goal: { most: 0 } }),
  ]
}

/** Asks for the story. @returns the bytes of its brotli */
async function ask(site: Site): Promise<number> {
  using client = new Client(site.url)
  const { body } = await client.ask(STORY, { 'accept-encoding': 'br' })
  return body.length
}

interface Transfer {
  readonly type: string
  readonly url: string
  readonly encoding: string
  readonly bytes: number
}

/** Notes everything that a page loads, in bytes of bodies as they came. */
function listen(page: Page): Promise<Transfer>[] {
  const transfers: Promise<Transfer>[] = []
  page.on('requestfinished', (request) => {
    const measure = async () => {
      const { responseBodySize } = await request.sizes()
      const encoding = (await (await request.response())?.headerValue('content-encoding')) ?? 'identity'
      return { type: request.resourceType(), url: request.url(), encoding, bytes: responseBodySize }
    }
    transfers.push(measure())
  })
  return transfers
}

/** How much has moved since the page began to load. @see https://web.dev/articles/cls */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const observer = new PerformanceObserver(() => {})
    observer.observe({ type: 'layout-shift', buffered: true })
    const shifts = observer.takeRecords() as (PerformanceEntry & { value: number })[]
    return shifts.reduce((sum, { value }) => sum + value, 0)
  })
