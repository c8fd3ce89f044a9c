import { fold } from './fold.ts'

/** A word of a text as an index keeps it, and where it stands in the text. */
export interface Word {
  /** In lower case, without accents. */
  readonly word: string
  /** Index of its first code unit, and of the one behind its last. */
  readonly start: number
  readonly end: number
}

/** What a character is to a word: nothing, part of it, or part of one in a script that writes without spaces. */
const [OUTSIDE, INSIDE, UNSPACED] = [1, 2, 3]

const LETTER = /[\p{L}\p{N}\p{M}]/u
const UNSPACED_LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** By code unit, as soon as one was met: 0 is not known yet. Those above the first plane are met in halves. */
const kinds = new Uint8Array(0x1_00_00)

function kindOf(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  const known = kinds[unit] ?? 0
  if (known !== 0) return known
  if (unit >= 0xd8_00 && unit <= 0xdf_ff) return kindOfHalf(text, index, unit)
  const kind = toKind(text.charAt(index))
  kinds[unit] = kind
  return kind
}

/** Of a character that takes two code units, asked with either of them. */
function kindOfHalf(text: string, index: number, unit: number): number {
  const point = text.codePointAt(unit < 0xdc_00 ? index : index - 1) ?? 0
  return point > 0xff_ff ? toKind(String.fromCodePoint(point)) : OUTSIDE
}

function toKind(character: string): number {
  if (!LETTER.test(character)) return OUTSIDE
  return UNSPACED_LETTER.test(character) ? UNSPACED : INSIDE
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * Calls back for each word of a text in order: runs of letters and digits with the marks on them; apostrophes, hyphens
 * and stops part them. Scripts without spaces are parted by dictionary.
 * @param visit is given the word as it is written, and the index of its first code unit
 * @see https://unicode.org/reports/tr29/#Word_Boundaries
 */
export function visitWords(text: string, visit: (written: string, start: number) => void): void {
  let index = 0
  while (index < text.length) {
    let kind = kindOf(text, index)
    const start = index
    let unspaced = false
    while (kind !== OUTSIDE && index < text.length) {
      unspaced ||= kind === UNSPACED
      index++
      if (index < text.length) kind = kindOf(text, index)
    }
    if (index === start) index++
    else if (!unspaced) visit(text.slice(start, index), start)
    else
      for (const part of segmenter.segment(text.slice(start, index)))
        if (part.isWordLike) visit(part.segment, start + part.index)
  }
}

/** The words of a text in order, as an index keeps them. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  visitWords(text, (written, start) => words.push({ word: fold(written), start, end: start + written.length }))
  return words
}

/** The words of a text in order, without their places. */
export const wordsOf = (text: string): string[] => wordsIn(text).map(({ word }) => word)
