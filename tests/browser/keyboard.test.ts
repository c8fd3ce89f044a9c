import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PAGES } from './pages.ts'
import { Reader } from './reader.ts'

/** What has the focus; null when nothing has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return null
    const ringed = (part?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const { top, bottom, left, right } = element.getBoundingClientRect()
    return {
      what: element.outerHTML.slice(0, 120),
      ringed: ringed() || ringed('::after'),
      seen: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    }
  })

/** Everything that Tab should reach, in the order of the page. */
const reachable = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('a[href], summary, input, button, audio[controls], [tabindex="0"]'))
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 120)),
  )

test.for([
  PAGES['the front page'],
  PAGES['a news story'],
  PAGES['a long read with footnotes, asides and figures'],
  PAGES['a puzzle with hidden answers'],
])('Tab goes through all of %s in order, always in sight', async (address) => {
  await using reader = await Reader.open({ pictures: false })
  const { page } = reader
  await reader.visit(address)
  const expected = await reachable(page)
  const stops: NonNullable<Awaited<ReturnType<typeof focused>>>[] = []
  for (let step = 0; step <= expected.length; step++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop === null) break
    stops.push(stop)
  }
  expect(stops.map(({ what }) => what)).toEqual(expected)
  expect(stops.filter(({ ringed, seen }) => !ringed || !seen)).toEqual([])
})

test('the first Tab shows a link that skips to the main content', async () => {
  await using reader = await Reader.open({ script: false })
  const { page } = reader
  await reader.visit(PAGES['a news story'])
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatchObject({ what: expect.stringContaining('href="#main"'), seen: true })
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('main')
})

test("a phone's menu opens, closes and leads to a section by keyboard", async () => {
  await using reader = await Reader.open({ width: 375, script: false })
  const { page } = reader
  await reader.visit(PAGES['a news story'])
  const link = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Science' })
  await page.locator('header summary').focus()
  expect(await link.isVisible()).toBe(false)
  await page.keyboard.press('Enter')
  expect(await link.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  expect(await link.isVisible()).toBe(false)
  await page.keyboard.press('Space')
  await link.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/science')
})

test('a hidden answer opens by keyboard', async () => {
  await using reader = await Reader.open({ script: false })
  const { page } = reader
  await reader.visit(PAGES['a puzzle with hidden answers'])
  const answer = page.locator('article details').first()
  expect(await answer.locator('p').first().isVisible()).toBe(false)
  await answer.locator('summary').focus()
  await page.keyboard.press('Enter')
  expect(await answer.locator('p').first().isVisible()).toBe(true)
})

test('a footnote is reached from its mark, and the mark from the footnote', async () => {
  await using reader = await Reader.open({ script: false })
  const { page } = reader
  await reader.visit(PAGES['a long read with footnotes, asides and figures'])
  const target = () => page.evaluate(() => document.querySelector(':target')?.outerHTML ?? '')
  const mark = page.locator('article sup a').first()
  await mark.focus()
  await page.keyboard.press('Enter')
  expect(await target()).toMatch(/^<li/)
  await page.locator('li:target a[href^="#"]').first().press('Enter')
  expect(await target()).toContain(await mark.evaluate((element) => element.id))
})
