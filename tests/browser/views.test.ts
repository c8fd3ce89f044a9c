import { afterAll, beforeAll, expect, test } from 'vitest'
import { PAGES } from './pages.ts'
import { Reader } from './reader.ts'

let reader: Reader
beforeAll(async () => {
  reader = await Reader.open({ script: false, pictures: false })
})
afterAll(() => reader[Symbol.asyncDispose]())

const hrefs = (selector: string) =>
  reader.page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href')))

test('a correction stands before the text, on the first screen or the second', async () => {
  await reader.visit(PAGES['a corrected story'])
  const correction = reader.page.locator('#corrections')
  expect(await correction.textContent()).toMatch(/October 7, 2026.*They won 11; the Democratic-Republicans won 29\./)
  const box = await correction.boundingBox()
  const text = await reader.page.locator('article .run > p').first().boundingBox()
  expect(box?.y).toBeLessThan(text?.y ?? 0)
  expect(box?.y).toBeLessThan(2 * 900)
})

test('a withdrawn story gives the reason in place of the text', async () => {
  await reader.visit(PAGES['a withdrawn story'])
  const story = reader.page.locator('article:has(h1)')
  expect(await story.locator('section').first().textContent()).toMatch(
    /withdrawn.*The fault was in our checking.*November 2, 2026/s,
  )
  expect(await story.locator('details').count()).toBe(0)
  expect(await reader.page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
})

test('a part of a series leads to the others, in their order', async () => {
  await reader.visit(PAGES['a feature of a series'])
  const series = reader.page.getByRole('navigation', { name: 'Series: ' })
  expect(await series.getByRole('listitem').count()).toBe(3)
  expect(await series.locator('[aria-current=page]').textContent()).toMatch(/The side we never see/)
  expect(await series.locator('li a').count()).toBe(2)
})

test('a footnote, a table and a passage in another language are what they are', async () => {
  await reader.visit(PAGES['an explainer with tables'])
  expect(await reader.page.locator('article table th').count()).toBeGreaterThan(2)
  expect(await reader.page.locator('article sup a[href^="#"]').count()).toBeGreaterThan(0)
  expect(await reader.page.locator('article [lang]').count()).toBeGreaterThan(0)
})

test.for([PAGES['the front page'], PAGES["another edition's front"]])(
  'no story is twice on the front at %s',
  async (address) => {
    await reader.visit(address)
    const stories = await hrefs('main article a')
    expect(stories.length).toBeGreaterThan(15)
    expect(stories).toEqual([...new Set(stories)])
  },
)

test('each front marks its edition and leads to the other', async () => {
  for (const address of [PAGES['the front page'], PAGES["another edition's front"]]) {
    await reader.visit(address)
    expect(await hrefs('nav[aria-label=Editions] a')).toEqual(['/', '/uk'])
    expect(await hrefs('nav[aria-label=Editions] a[aria-current=page]')).toEqual([address])
  }
})

test("an author's page has their stories, newest first, and where else they are", async () => {
  await reader.visit(PAGES['an author'])
  const days = await reader.page
    .locator('main article time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  expect(days.length).toBeGreaterThan(3)
  expect(days.map(Date.parse)).toEqual(days.map(Date.parse).sort((a, b) => b - a))
  expect(await hrefs('main header a[rel=me]')).toContain('https://rosadelgado.example/')
})

test('every link of the site itself leads somewhere', async () => {
  const seen = new Set<string>()
  for (const address of Object.values(PAGES)) {
    await reader.visit(address)
    for (const href of await hrefs('a[href^="/"]')) seen.add(href ?? '')
  }
  expect(seen.size).toBeGreaterThan(80)
  const broken: string[] = []
  for (const href of seen) {
    const { status } = await fetch(new URL(href, reader.page.url()), { method: 'HEAD', redirect: 'manual' })
    if (status !== 200) broken.push(`${status} ${href}`)
  }
  expect(broken).toEqual([])
})
