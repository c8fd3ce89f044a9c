import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { EVERY_PAGE } from './pages.ts'
import { Reader } from './reader.ts'

let reader: Reader
beforeAll(async () => {
  reader = await Reader.open({ pictures: false })
})
afterAll(() => reader[Symbol.asyncDispose]())

test.for(EVERY_PAGE)('axe finds nothing on %s', async ([, address]) => {
  await reader.visit(address)
  for (const width of [375, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await reader.resize(width)
      await reader.page.emulateMedia({ colorScheme })
      expect(await violations(reader.page), `${width} px, ${colorScheme}`).toEqual([])
    }
  }
  expect(reader.complaints).toEqual([])
})

/** Links and buttons outside running text that are smaller than 24 px; a card's link is as large as its card. */
const smallTargets = () =>
  reader.page.evaluate(() => {
    const isInText = (element: Element) => {
      const block = element.closest('p, li, td, th, dd, figcaption, blockquote, h1, h2, h3, h4')
      const links = Array.from(block?.querySelectorAll('a') ?? [], (link) => link.textContent).join('')
      return element.tagName === 'A' && block !== null && /\p{L}{2}/u.test(block.textContent.replace(links, ''))
    }
    const box = (element: HTMLElement) => {
      const covers = getComputedStyle(element, '::after').position === 'absolute'
      return ((covers && element.closest('article, li, aside')) || element).getBoundingClientRect()
    }
    return Array.from(document.querySelectorAll<HTMLElement>('a, button, summary, input'))
      .filter((element) => element.checkVisibility() && !isInText(element))
      .map((element) => ({
        name: element.textContent || element.outerHTML,
        width: box(element).width,
        height: box(element).height,
      }))
      .filter(({ width, height }) => width < 24 || height < 24)
  })

/** Headings that come more than one level below the one before them, or a first one that is not an h1. */
const strayHeadings = () =>
  reader.page.evaluate(() => {
    const headings = Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'))
    const level = (element: Element | undefined) => Number(element?.tagName.slice(1) ?? 0)
    return headings
      .filter((heading, place) => level(heading) - level(headings[place - 1]) > 1)
      .map((heading) => heading.outerHTML)
  })

test.for(EVERY_PAGE)('%s has targets of 24 px and headings in order', async ([, address]) => {
  await reader.visit(address)
  expect(await strayHeadings()).toEqual([])
  for (const width of [375, 1440]) {
    await reader.resize(width)
    expect(await smallTargets(), `${width} px`).toEqual([])
  }
})
