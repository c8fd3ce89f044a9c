import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { PAGES } from './pages.ts'
import { Reader } from './reader.ts'

const WIDTHS = { phone: 375, desk: 1440 } as const
const DEVICES = Object.entries(WIDTHS)

const heading = (page: Page) => page.locator('main h2').first().textContent()
const headlines = (page: Page) => page.locator('main article h3').allTextContents()
const field = (page: Page) => page.getByRole('searchbox').and(page.locator(':visible')).first()

/** Presses Tab until something has the focus. @throws when the page ends before */
async function tabTo(page: Page, wanted: ReturnType<Page['locator']>): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('Tab does not get there.')
}

/** Opens what leads to a search from any page: on a phone the menu, on a desk there is the form. */
async function typeAtTheHead(page: Page, text: string): Promise<void> {
  if (page.viewportSize()?.width === WIDTHS.phone) {
    await tabTo(page, page.locator('header summary'))
    await page.keyboard.press('Enter')
  }
  await tabTo(page, page.locator('header').getByRole('searchbox').and(page.locator(':visible')))
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search?**')
}

test.for(DEVICES)(
  'on a %s a reader finds, pages, narrows and goes back by keyboard, without scripts',
  async ([, width]) => {
    // Keys come faster than a page fades into the next one, which browsers report as an error of the page.
    await using reader = await Reader.open({ width, script: false, calm: true, pictures: false })
    const { page } = reader
    await reader.visit(PAGES['a news story'])
    await typeAtTheHead(page, 'the')
    expect(await heading(page)).toMatch(/^\d+ stories for the$/)
    expect(await field(page).inputValue()).toBe('the')
    const first = await headlines(page)
    expect(first).toHaveLength(10)

    await tabTo(page, page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }))
    await page.keyboard.press('Enter')
    await page.waitForURL('**page=2**')
    const second = await headlines(page)
    expect(second.filter((headline) => first.includes(headline))).toEqual([])

    if (width === WIDTHS.phone) {
      await tabTo(page, page.locator('main summary'))
      await page.keyboard.press('Enter')
    }
    const filter = page.getByRole('list', { name: 'Section', exact: true }).getByRole('link', { name: /^Science/ })
    const count = Number.parseInt((await filter.locator('.sr-only').textContent()) ?? '', 10)
    await tabTo(page, filter)
    await page.keyboard.press('Enter')
    await page.waitForURL('**section=science**')
    expect(await heading(page)).toMatch(new RegExp(`^${count} stor`))

    await tabTo(
      page,
      page.getByRole('list', { name: 'Filters', exact: true }).getByRole('link', { name: 'Take away: Science' }),
    )
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.search.includes('section'))
    expect(await headlines(page)).toEqual(first)

    await page.goBack()
    await page.goBack()
    expect(await headlines(page)).toEqual(second)
    expect(reader.complaints).toEqual([])
  },
)

test.for(DEVICES)('on a %s a search in every state has no violation, in light and in dark', async ([, width]) => {
  await using reader = await Reader.open({ width, pictures: false })
  const { page } = reader
  const states = [
    '/search',
    '/search?q=moon',
    '/search?q=the&section=science',
    '/search?q=mooon',
    '/search?q=zzqx&year=2022',
  ]
  for (const address of states) {
    expect((await reader.visit(address)).status()).toBe(200)
    for (const summary of await page.locator('main summary').and(page.locator(':visible')).all()) await summary.click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page), `${address}, ${colorScheme}`).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0)
  }
  expect(reader.complaints).toEqual([])
})

test('from a phone’s front page a sign leads to the page for searches', async () => {
  await using reader = await Reader.open({ width: WIDTHS.phone, script: false, pictures: false })
  const { page } = reader
  await reader.visit('/')
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
  await page.waitForURL('**/search')
  await field(page).fill('moon')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search?q=moon')
  expect((await page.locator('main mark').allTextContents()).join(' ').toLowerCase()).toContain('moon')
})

test.for([
  ['markup', '"><img src=x onerror=alert(1)>'],
  ['a script', '</title><script>alert(1)</script>'],
  ['SQL', '" OR 1=1 -- \\ ; DROP TABLE search'],
  ['the language of the index', 'NEAR(a b, 1) AND headline: ^*'],
  ['150 quotation marks', '"'.repeat(150)],
  ['control characters', '\u202e\u0000\u0007 😀 é\u0301'],
] as const)('%s: searched for as it is, and shown as it was typed', async ([, q]) => {
  await using reader = await Reader.open({ pictures: false })
  const { page } = reader
  const answer = await reader.visit(`/search?q=${encodeURIComponent(q)}`)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['x-robots-tag']).toBe('noindex')
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
  expect(await page.locator('main img[src=x], main script, title script').count()).toBe(0)
  if (/^[\x20-\x7e]*$/.test(q)) expect(await field(page).inputValue()).toBe(q)
  expect(reader.complaints).toEqual([])
})

test('a misspelt word is offered as it is written, and the offer finds it', async () => {
  await using reader = await Reader.open({ script: false, pictures: false })
  const { page } = reader
  await reader.visit('/search?q=astronomr')
  await page.locator('main .suggestion').click()
  await page.waitForURL('**/search?q=astronom*')
  expect((await headlines(page)).length).toBeGreaterThan(0)
})

test('programs get what readers get', async () => {
  await using reader = await Reader.open({ pictures: false })
  const { page } = reader
  await reader.visit('/search?q=moon')
  const json = await page.evaluate(() => fetch('/search.json?q=moon').then((answer) => answer.json()))
  expect(json.items.map((item: { headline: string }) => item.headline)).toEqual(await headlines(page))
  const wrong = await page.evaluate(() =>
    fetch('/search.json?q=moon&year=soon').then((answer) => [answer.status, answer.headers.get('content-type')]),
  )
  expect(wrong).toEqual([400, 'application/problem+json'])
})
