import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { GROUND, HAIR, INK, QUIET, tintOf } from './palette.ts'

const TOKENS = readFileSync(path.resolve('app/styles/tokens.css'), 'utf8')

/** The colour by day of a name, after a place in the file. */
const colourOf = (name: string, after = ':root'): string | undefined =>
  new RegExp(`${name}: light-dark\\((#[0-9a-f]{6}),`).exec(TOKENS.slice(TOKENS.indexOf(after)))?.[1]

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const tints = Array.from({ length: 8 }, (_, at) => at + 1)

test('the colours are those of the site', () => {
  expect([GROUND, INK, QUIET, HAIR]).toEqual(['--paper', '--ink', '--quiet', '--hair'].map((name) => colourOf(name)))
  expect(tints.map(tintOf)).toEqual(tints.map((tint) => colourOf('--tint', `.tint-${tint}`)))
})

test('every colour of text is legible on paper', () => {
  for (const colour of [INK, QUIET, ...tints.map(tintOf)]) {
    expect((luminance(GROUND) + 0.05) / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5)
  }
})
