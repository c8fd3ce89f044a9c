import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EVERY_PAGE } from './pages.ts'
import { Reader } from './reader.ts'

/** From the narrowest screen to a desk, among them the ones where columns are added. */
const WIDTHS = [320, 375, 640, 768, 1024, 1280, 1440]

let reader: Reader
beforeAll(async () => {
  reader = await Reader.open({ pictures: false })
})
afterAll(() => reader[Symbol.asyncDispose]())

/** What stands out at the side of the screen, or is cut off by its own box. */
const outsiders = () =>
  reader.page.evaluate(() => {
    const name = (element: Element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`
    const scrolls = document.documentElement.scrollWidth > document.documentElement.clientWidth
    const all = Array.from(document.body.querySelectorAll<HTMLElement>('*')).filter((element) =>
      element.checkVisibility(),
    )
    const wide = all.filter(
      (element) => scrolls && element.getBoundingClientRect().right > innerWidth && !element.closest('.table-scroll'),
    )
    const cut = all.filter((element) => {
      const { overflowX, clipPath } = getComputedStyle(element)
      const visuallyHidden = element.clientWidth <= 1 || clipPath === 'inset(50%)'
      return (
        /hidden|clip/.test(overflowX) &&
        !visuallyHidden &&
        element.tagName !== 'INPUT' &&
        element.scrollWidth > element.clientWidth + 1
      )
    })
    return { scrolls, wide: wide.map(name), cut: cut.map(name) }
  })

const FITS = { scrolls: false, wide: [], cut: [] }

describe.for(EVERY_PAGE)('%s', ([, address]) => {
  test('fits every screen without sideways scrolling', async () => {
    await reader.visit(address)
    for (const width of WIDTHS) {
      await reader.resize(width)
      expect(await outsiders(), `${width} px`).toEqual(FITS)
    }
  })

  test('fits every screen with text at twice its size', async () => {
    await reader.visit(address)
    await reader.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    for (const width of WIDTHS.slice(1)) {
      await reader.resize(width)
      expect(await outsiders(), `${width} px`).toEqual(FITS)
    }
  })
})
