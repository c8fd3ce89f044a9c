import type { Page } from 'playwright-core'

/** What stands out at the side of the screen, or is cut off by its own box. */
export const outsiders = (page: Page) =>
  page.evaluate(() => {
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

/** What is found on a page where all is in its place. */
export const FITS = { scrolls: false, wide: [], cut: [] }
