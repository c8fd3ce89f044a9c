import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FITS, outsiders } from './fits.ts'
import { EVERY_PAGE } from './pages.ts'
import { Reader } from './reader.ts'

/** From the narrowest screen to a desk, among them the ones where columns are added. */
const WIDTHS = [320, 375, 640, 768, 1024, 1280, 1440]

let reader: Reader
beforeAll(async () => {
  reader = await Reader.open({ pictures: false })
})
afterAll(() => reader[Symbol.asyncDispose]())

describe.for(EVERY_PAGE)('%s', ([, address]) => {
  test('fits every screen without sideways scrolling', async () => {
    await reader.visit(address)
    for (const width of WIDTHS) {
      await reader.resize(width)
      expect(await outsiders(reader.page), `${width} px`).toEqual(FITS)
    }
  })

  test('fits every screen with text at twice its size', async () => {
    await reader.visit(address)
    await reader.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    for (const width of WIDTHS.slice(1)) {
      await reader.resize(width)
      expect(await outsiders(reader.page), `${width} px`).toEqual(FITS)
    }
  })
})
