import { afterAll, beforeAll, expect, test } from 'vitest'
import { PAGES } from './pages.ts'
import { Reader } from './reader.ts'

// The page that this project started from, as a reader without scripts has it.
let reader: Reader
beforeAll(async () => {
  reader = await Reader.open({ script: false, pictures: false })
  await reader.visit(PAGES['a news story'])
})
afterAll(() => reader[Symbol.asyncDispose]())

const main = (selector: string) => reader.page.locator(`main article:has(h1) ${selector}`)
const texts = async (selector: string) =>
  (await reader.page.locator(selector).allTextContents()).map((text) => text.trim())

test('opens with its section, headline and dek', async () => {
  expect(await main('header a').textContent()).toBe('World')
  expect(await main('header h1').textContent()).toBe('Roscosmos ties its station work to the end of sanctions')
  expect(await main('header h1 + p').textContent()).toMatch(/^The head of Russia’s space agency says/)
})

test('is signed with its author, who has a page, and its edition', async () => {
  const author = main('a[rel=author]')
  expect(await author.locator('..').textContent()).toBe('By Rosa Delgado, Broadsheet US')
  expect(await author.getAttribute('href')).toBe('/authors/rosa-delgado')
})

test.for([
  ['Published', '2022-04-02T15:04:00-04:00', /April 2, 2022 at 3:04\sPM EDT/],
  ['Updated', '2022-04-03T09:00:00-04:00', /April 3, 2022 at 9:00\sAM EDT/],
] as const)('says when it was %s, in the zone of the publication', async ([label, moment, words]) => {
  const time = main(`time[datetime="${moment}"]`)
  expect(await time.textContent()).toMatch(words)
  expect(await time.locator('..').textContent()).toMatch(new RegExp(`^${label}`))
})

test('says how long it takes to read', async () => {
  expect(await main('').textContent()).toMatch(/[2-4] min read/)
})

test('shows its picture with what it shows, a caption and a credit', async () => {
  const figure = main('figure').first()
  expect(await figure.locator('img').getAttribute('alt')).toMatch(/^The space station/)
  expect(await figure.locator('figcaption').textContent()).toMatch(
    /^Five agencies share the station\..+Illustration: Broadsheet$/,
  )
})

test('has seven paragraphs, the promotion and a newsletter after the third, another newsletter after the last', async () => {
  const order = await reader.page.evaluate(() => {
    const sources = document.getElementById('sources')
    const blocks = document.querySelectorAll('main article:has(h1) :is(.run > p, section[aria-label])')
    return Array.from(blocks)
      .filter((block) => sources && block.compareDocumentPosition(sources) & Node.DOCUMENT_POSITION_FOLLOWING)
      .map((block) => block.getAttribute('aria-label')?.replace(/:.*/, '') ?? 'p')
  })
  const promotion = 'A paper you can take apart'
  expect(order).toEqual(['p', 'p', 'p', promotion, 'Newsletter', 'p', 'p', 'p', 'p', 'Newsletter'])
})

test('presents two different newsletters and leads to each', async () => {
  const blocks = reader.page.locator('main section[aria-label^=Newsletter]')
  const names = await blocks.evaluateAll((sections) => sections.map((section) => section.getAttribute('aria-label')))
  expect(names[0]).toBe('Newsletter: Broadsheet Morning')
  expect(new Set(names).size).toBe(2)
  const hrefs = await blocks.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(hrefs).toEqual(['/newsletters/morning', '/newsletters/puzzles'])
})

test('names and links its sources', async () => {
  expect(await texts('#sources a')).toEqual(['Reuters', 'Axios'])
  const hrefs = await main('#sources a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  expect(hrefs).toEqual(['https://www.reuters.com/', 'https://www.axios.com/'])
})

test('leads to its topics', async () => {
  expect(await texts('#topics a')).toEqual(['Space', 'Russia', 'Sanctions'])
})

test('tells who its author is', async () => {
  expect(await main('#authors h3').textContent()).toBe('Rosa Delgado')
  expect(await main('#authors').textContent()).toMatch(/Dry Lake Bulletin.+Pacific Telegraph Weekly/)
})

test('can be shared by plain links', async () => {
  const hrefs = await main('section[aria-label=Share] a').evaluateAll((links) =>
    links.map((link) => (link as HTMLAnchorElement).href),
  )
  expect(hrefs.length).toBeGreaterThanOrEqual(4)
  expect(hrefs.filter((href) => !/^(mailto:|https:)/.test(href))).toEqual([])
  expect(hrefs.filter((href) => !href.includes('roscosmos-ties-station-to-sanctions'))).toEqual([])
  expect(await main('section[aria-label=Share] input').inputValue()).toMatch(
    /\/world\/roscosmos-ties-station-to-sanctions$/,
  )
})

test('leads to related stories, the hand-picked one first', async () => {
  const hrefs = await reader.page
    .locator('section#related article a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(hrefs.length).toBeGreaterThan(1)
  expect(hrefs[0]).toBe('/science/how-a-space-station-stays-up')
})

test('ends with eleven cards to explore', async () => {
  expect(await texts('section#latest h2')).toEqual(['Explore more'])
  const cards = await reader.page.locator('section#latest article').all()
  expect(cards).toHaveLength(11)
  for (const card of cards) {
    expect(await card.locator('a').count()).toBe(1)
    expect(await card.getByRole('heading').textContent()).toMatch(/\w/)
    expect(await card.textContent()).toMatch(/By .*Broadsheet (US|UK)/)
    expect(await card.locator('time[datetime]').textContent()).toMatch(/^\w+ \d+, \d{4}$/)
  }
})

test('no story stands on it twice', async () => {
  const hrefs = await reader.page
    .locator(':is(#related, #latest) article a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(hrefs).toEqual([...new Set(hrefs)])
  expect(hrefs).not.toContain(PAGES['a news story'])
})
