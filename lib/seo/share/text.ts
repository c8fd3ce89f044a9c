import sharp from 'sharp'
import { FAMILIES, loadFonts } from './fonts.ts'

/** How words are set. Lengths are in pixels. */
export interface Manner {
  readonly family: 'serif' | 'sans'
  readonly size: number
  /** 400–700. */
  readonly weight: number
  /** `#rrggbb` */
  readonly colour: string
  /** Between letters; only where no script is joined by it. */
  readonly tracking?: number
  /** Where lines end at the latest; without it there is one line. */
  readonly width?: number
  /** Whether a word that is wider than a line is broken. */
  readonly breakWords?: boolean
  readonly centred?: boolean
}

/** Words as a picture with transparency that sharp reads, cut to their ink. */
export interface SetText {
  readonly input: Buffer
  readonly width: number
  readonly height: number
}

/** Scripts whose letters join, which tracking would tear apart. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}]/u

const FIRST_LETTER = /\p{L}/u
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether a text runs from right to left, by its first letter. @see https://www.unicode.org/reports/tr9/#P2 */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(FIRST_LETTER.exec(text)?.[0] ?? '')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: Pango's markup holds none of them
const CONTROL = /[\x00-\x1f\x7f-\x9f\ufffe\uffff]+/g

/** Any text as one that Pango's markup shows as it is. @see https://docs.gtk.org/Pango/pango_markup.html */
export const escapeMarkup = (text: string): string =>
  text
    .toWellFormed()
    .replace(CONTROL, ' ')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')

/**
 * Sets words, outside the main thread: letters of all scripts in their order and joined as they should be, lines broken
 * where the script allows.
 * @returns null when there is nothing to see
 */
export async function setText(text: string, manner: Manner): Promise<SetText | null> {
  if (!/[^\p{M}\p{Cf}\p{Cc}\p{Z}]/u.test(text)) return null
  await loadFonts()
  const { family, size, weight, colour, tracking = 0, width, breakWords = false, centred = false } = manner
  const spaced = JOINED.test(text) ? 0 : Math.round(tracking * 1024)
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" weight="${weight}" letter_spacing="${spaced}">${escapeMarkup(text)}</span>`,
      font: `${FAMILIES[family]}, ${size}`,
      // Points are pixels.
      dpi: 72,
      rgba: true,
      align: centred ? 'centre' : 'left',
      ...(width === undefined ? { wrap: 'none' } : { width, wrap: breakWords ? 'word-char' : 'word' }),
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return { input: data, width: info.width, height: info.height }
}
