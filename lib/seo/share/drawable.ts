import sharp from 'sharp'
import { FAMILIES, loadFonts } from './fonts.ts'

/** What the fonts of the site have for certain: Latin, Greek, Cyrillic, Hebrew and Arabic letters, and plain signs. */
const CERTAIN =
  /^[\x20-\x7e\xa0-\xff\u0391-\u03a1\u03b1-\u03c9\u0410-\u044f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a–—‘’“”…]$/

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * A text without what no font at hand can show, which would be drawn as boxes. Emoji and signs are left out; where
 * letters are missing, what is left would say something else, so nothing is left.
 */
export async function drawable(text: string): Promise<string> {
  const kept: string[] = []
  let hasGap = false
  for (const { segment } of characters.segment(text)) {
    if (await canDraw(segment)) {
      // What stood between a space and a comma is gone.
      if (hasGap && /^[,.;:!?]/.test(segment) && kept.at(-1) === ' ') kept.pop()
      kept.push(segment)
      hasGap = false
    } else if (/[\p{L}\p{N}]/u.test(segment)) return ''
    else hasGap = true
  }
  return kept.join('').replace(/\s+/g, ' ').trim()
}

async function canDraw(character: string): Promise<boolean> {
  if (CERTAIN.test(character)) return true
  // Private, or not assigned to anything yet.
  if (/[\p{Co}\p{Cn}\p{Cs}]/u.test(character)) return false
  // Marks and joiners stand with what they belong to.
  for (const sign of character.match(/[^\p{M}\p{Cf}\p{Cc}\p{Z}]/gu) ?? []) {
    if (!CERTAIN.test(sign) && !(await hasFont(sign))) return false
  }
  return true
}

/** Whether any font has a sign: then it looks other than where only a font of Hebrew letters may be asked. */
async function hasFont(sign: string): Promise<boolean> {
  if (/\p{Script=Hebrew}/u.test(sign)) return true
  await loadFonts()
  const [any, one] = await Promise.all(
    [true, false].map((fallback) =>
      sharp({
        text: {
          text: `<span fallback="${fallback}">${sign}</span>`,
          font: `${FAMILIES.hebrew}, 32`,
          dpi: 72,
          rgba: true,
        },
      })
        .raw()
        .toBuffer(),
    ),
  )
  return any !== undefined && one !== undefined && !any.equals(one)
}
