import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import subsetFont from 'subset-font'

/**
 * Makes the font files of the design from the Fontsource packages, with the characters and weights that it uses: two for
 * pages, and in `share/` those that share images are drawn with. Run it (`npm run fonts`) after an update of those
 * packages or a change of these lists, and commit what it writes.
 */

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('')

/** Printable ASCII and Latin-1, and the punctuation, signs and arrows of an English-language paper. */
const LATIN = range(0x20, 0xff)
const SIGNS = '–—‘’‚“”„†‡•…′″‹›⁄€™−×÷≈≠≤≥←↑→↓↩ŁłŒœŠšŽžŸ\u2009\u202f'

/** What headlines are written in around the world, as far as it is small: 30 KB and not 3 MB a script. */
const LATIN_EXTENDED = range(0x100, 0x24f) + range(0x1e00, 0x1eff)
const GREEK_AND_CYRILLIC = range(0x370, 0x52f) + range(0x1f00, 0x1fff)
const HEBREW = range(0x590, 0x5ff)
const ARABIC = range(0x600, 0x6ff) + range(0x750, 0x77f) + range(0x200c, 0x200f)

interface Font {
  readonly from: string
  readonly to: string
  readonly characters: string
  readonly axes?: Record<string, number | { min: number; max: number }>
}

const NEWSREADER = '@fontsource-variable/newsreader/files/newsreader'
const PUBLIC_SANS = '@fontsource-variable/public-sans/files/public-sans'
const WEIGHTS = { wght: { min: 400, max: 700 } }
// Headlines of share images are set larger than any on a page: the cut for display, in the weights they use.
const DISPLAY = { wght: { min: 500, max: 700 }, opsz: 72 }

const FONTS: readonly Font[] = [
  // Optical size 22: between what the text (20 px) and the headlines ask for, so that one file serves both.
  {
    from: `${NEWSREADER}-latin-opsz-normal.woff2`,
    to: 'newsreader.woff2',
    characters: LATIN + SIGNS,
    axes: { ...WEIGHTS, opsz: 22 },
  },
  {
    from: `${PUBLIC_SANS}-latin-wght-normal.woff2`,
    to: 'public-sans.woff2',
    characters: LATIN + SIGNS,
    axes: WEIGHTS,
  },
  ...share(`${NEWSREADER}-latin-opsz-normal`, LATIN + SIGNS, DISPLAY),
  ...share(`${NEWSREADER}-latin-ext-opsz-normal`, LATIN_EXTENDED, DISPLAY),
  ...share(`${NEWSREADER}-vietnamese-opsz-normal`, LATIN_EXTENDED, DISPLAY),
  ...share(`${PUBLIC_SANS}-latin-wght-normal`, LATIN + SIGNS, WEIGHTS),
  ...share(`${PUBLIC_SANS}-latin-ext-wght-normal`, LATIN_EXTENDED, WEIGHTS),
  ...share(`${PUBLIC_SANS}-vietnamese-wght-normal`, LATIN_EXTENDED, WEIGHTS),
  ...['cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'].flatMap((script) =>
    share(`@fontsource/noto-serif/files/noto-serif-${script}-500-normal`, GREEK_AND_CYRILLIC),
  ),
  ...share('@fontsource/frank-ruhl-libre/files/frank-ruhl-libre-hebrew-500-normal', HEBREW),
  ...share('@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-500-normal', ARABIC),
]

/** A font that share images are drawn with, under the name that it has in its package. What draws them reads no WOFF2. */
function share(from: string, characters: string, axes?: Font['axes']): Font[] {
  return [{ from: `${from}.woff2`, to: `share/${path.basename(from)}.ttf`, characters, ...(axes && { axes }) }]
}

const folder = path.join(process.cwd(), 'app/fonts')
mkdirSync(path.join(folder, 'share'), { recursive: true })
for (const { from, to, characters, axes } of FONTS) {
  const font = readFileSync(path.join(process.cwd(), 'node_modules', from))
  const targetFormat = to.endsWith('.ttf') ? 'truetype' : 'woff2'
  const subset = await subsetFont(font, characters, { targetFormat, ...(axes && { variationAxes: axes }) })
  writeFileSync(path.join(folder, to), subset)
  console.log(`app/fonts/${to}: ${(subset.length / 1024).toFixed(1)} KB`)
}
