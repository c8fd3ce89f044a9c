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

/** Words too faint for their ground: under 4.5 to 1, or 3 to 1 where they are large. axe gives up where a card has a line drawn beside it. */
const faintWords = () =>
  reader.page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
        value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const ground = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return channels(backgroundColor)[3] === 0 ? ground(element.parentElement) : backgroundColor
    }
    return Array.from(document.body.querySelectorAll('*'))
      .filter((element) =>
        Array.from(element.childNodes).some(
          (node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\d]/u.test(node.nodeValue ?? ''),
        ),
      )
      .filter((element) => element.checkVisibility())
      .flatMap((element) => {
        const { color, fontSize, fontWeight } = getComputedStyle(element)
        const pair = [luminance(color), luminance(ground(element))] as const
        const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
        const size = Number.parseFloat(fontSize)
        const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
        return ratio < (large ? 3 : 4.5) ? [`${ratio.toFixed(2)} ${color} ${element.outerHTML.slice(0, 120)}`] : []
      })
  })

test.for(EVERY_PAGE)('all words of %s stand out from their ground', async ([, address]) => {
  await reader.visit(address)
  for (const colorScheme of ['light', 'dark'] as const) {
    await reader.page.emulateMedia({ colorScheme })
    expect(await faintWords(), colorScheme).toEqual([])
  }
})
