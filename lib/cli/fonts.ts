import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import subsetFont from 'subset-font'

/**
 * Makes the two font files of the design from the Fontsource packages, with the characters and weights that it uses. Run
 * it (`npm run fonts`) after an update of those packages or a change of this list, and commit what it writes.
 */

/** Printable ASCII and Latin-1, and the punctuation, signs and arrows of an English-language paper. */
const LATIN = Array.from({ length: 0x100 - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)).join('')
const SIGNS = '–—‘’‚“”„†‡•…′″‹›⁄€™−×÷≈≠≤≥←↑→↓↩ŁłŒœŠšŽžŸ\u2009\u202f'

interface Font {
  readonly from: string
  readonly to: string
  readonly axes: Record<string, number | { min: number; max: number }>
}

const FONTS: readonly Font[] = [
  // Optical size 22: between what the text (20 px) and the headlines ask for, so that one file serves both.
  {
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    to: 'newsreader.woff2',
    axes: { wght: { min: 400, max: 700 }, opsz: 22 },
  },
  {
    from: '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
    to: 'public-sans.woff2',
    axes: { wght: { min: 400, max: 700 } },
  },
]

const folder = path.join(process.cwd(), 'app/fonts')
mkdirSync(folder, { recursive: true })
for (const { from, to, axes } of FONTS) {
  const font = readFileSync(path.join(process.cwd(), 'node_modules', from))
  const subset = await subsetFont(font, LATIN + SIGNS, { targetFormat: 'woff2', variationAxes: axes })
  writeFileSync(path.join(folder, to), subset)
  console.log(`app/fonts/${to}: ${(subset.length / 1024).toFixed(1)} KB`)
}
