import { expect, test } from 'vitest'
import { PAGES } from './pages.ts'
import { Reader } from './reader.ts'

/** Perceived lightness from 0 to 1 of what is behind the page's text, and of the text. */
const lightness = ({ page }: Reader) =>
  page.evaluate(() => {
    const light = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
    }
    const { backgroundColor } = getComputedStyle(document.documentElement)
    return { paper: light(backgroundColor), ink: light(getComputedStyle(document.body).color) }
  })

test('paper is light and ink is dark', async () => {
  await using reader = await Reader.open({ pictures: false })
  await reader.visit(PAGES['a news story'])
  const { paper, ink } = await lightness(reader)
  expect(paper).toBeGreaterThan(0.9)
  expect(ink).toBeLessThan(0.2)
})

test('for readers of the dark, paper is dark and ink is light', async () => {
  await using reader = await Reader.open({ dark: true, pictures: false })
  await reader.visit(PAGES['a news story'])
  const { paper, ink } = await lightness(reader)
  expect(paper).toBeLessThan(0.15)
  expect(ink).toBeGreaterThan(0.8)
})

test('what is printed is black on white, also for readers of the dark', async () => {
  await using reader = await Reader.open({ dark: true, pictures: false })
  await reader.visit(PAGES['a news story'])
  await reader.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const { paper, ink } = await lightness(reader)
  expect(paper).toBeCloseTo(1)
  expect(ink).toBe(0)
})

test('print has the story and nothing around it', async () => {
  await using reader = await Reader.open({ pictures: false })
  const { page } = reader
  await reader.visit(PAGES['a news story'])
  await page.emulateMedia({ media: 'print' })
  const shown = await page.evaluate(() => {
    const isShown = (selector: string) =>
      Array.from(document.querySelectorAll(selector), (element) => element.checkVisibility())
    return {
      story: isShown(
        'h1, a[rel=author], time[datetime="2022-04-02T15:04:00-04:00"], #sources, .story-text > .flow:first-of-type > .run > p',
      ),
      around: isShown(
        'body > header, body > footer, #related, #latest, [aria-label=Share], [aria-label^=Newsletter], nav',
      ),
    }
  })
  expect(shown.story).toHaveLength(11)
  expect(shown.story).not.toContain(false)
  expect(shown.around.length).toBeGreaterThan(6)
  expect(shown.around).not.toContain(true)
})

test('in print, the address of a link follows it', async () => {
  await using reader = await Reader.open({ pictures: false })
  const { page } = reader
  await reader.visit(PAGES['a news story'])
  await page.emulateMedia({ media: 'print' })
  const after = page.locator('main article p a[href="https://www.nasa.gov/"]')
  expect(await after.evaluate((link) => getComputedStyle(link, '::after').content)).toMatch(/nasa\.gov|attr\(href\)/)
})

/** Whether a page comes in by a view transition when a reader follows a link. */
async function comesInMoving(reader: Reader): Promise<boolean> {
  const { page } = reader
  await page.addInitScript(() => {
    addEventListener('pagereveal', (event) => {
      Object.assign(window, { moving: (event as Event & { viewTransition: unknown }).viewTransition !== null })
    })
  })
  await reader.visit(PAGES['a news story'])
  await page.locator('footer a[href="/about"]').click()
  await page.waitForURL('**/about')
  await page.waitForFunction(() => 'moving' in window)
  return page.evaluate(() => (window as unknown as { moving: boolean }).moving)
}

test('pages follow each other by a view transition', async () => {
  await using reader = await Reader.open()
  expect(await comesInMoving(reader)).toBe(true)
})

test('for readers who want less motion, they do not', async () => {
  await using reader = await Reader.open({ calm: true })
  expect(await comesInMoving(reader)).toBe(false)
})
