import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVERY_PAGE, STATUS } from './pages.ts'
import { Reader } from './reader.ts'

// A phone without scripts: what it shows is all there is.
let reader: Reader
beforeAll(async () => {
  reader = await Reader.open({ width: 375, script: false })
})
afterAll(() => reader[Symbol.asyncDispose]())

/** Pictures that are seen on the page and have not arrived; asks for each by scrolling to it. */
const missingPictures = () =>
  reader.page.evaluate(() => {
    const pending = Array.from(document.images).filter((image) => image.checkVisibility() && !image.naturalWidth)
    pending[0]?.scrollIntoView()
    return pending.map((image) => image.currentSrc || image.src)
  })

test.for(EVERY_PAGE)('%s is complete without scripts', async ([, address]) => {
  const response = await reader.visit(address)
  const { page } = reader
  expect(response.status()).toBe(STATUS[address] ?? 200)
  expect(await page.title()).toMatch(/\S/)
  const facts = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    h1: document.querySelectorAll('h1').length,
    main: document.querySelectorAll('main').length,
    header: document.querySelectorAll('body > header').length,
    footer: document.querySelectorAll('body > footer').length,
    styled: Array.from(document.querySelectorAll('[style]'), (element) => element.outerHTML),
    hidden: Array.from(document.querySelectorAll('template, [hidden]:not(:empty)'), (element) => element.outerHTML),
  }))
  expect(facts).toEqual({ lang: 'en-US', h1: 1, main: 1, header: 1, footer: 1, styled: [], hidden: [] })
  await expect.poll(missingPictures, { timeout: 20_000 }).toEqual([])
  expect(reader.complaints).toEqual([])
})
