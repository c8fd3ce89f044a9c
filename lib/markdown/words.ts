/** What is markup and not read: targets and definitions of links, footnotes' marks, tags, references, directives' lines. */
const MARKUP =
  /\]\((?:[^()]|\([^()]*\))*\)|^ {0,3}\[(?!\^)[^\]\n]+\]:.*$|\[\^[^\]\s]+\]|<[!/a-z][^<>]*>|&#?\w+;|^:{2,}.*$/gim

/** What a character is to a word that is counted: nothing, part of it, or part of it within it. */
const [OUTSIDE, INSIDE, WITHIN] = [1, 2, 3]
const LETTER = /[\p{L}\p{N}]/u
const JOINING = /['’.,-]/

/** By code unit, as soon as one was met: 0 is not known yet. Those above the first plane are met in halves. */
const kinds = new Uint8Array(0x1_00_00)

function kindOf(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  const known = kinds[unit] ?? 0
  if (known !== 0) return known
  const isHalf = unit >= 0xd8_00 && unit <= 0xdf_ff
  const character = isHalf
    ? String.fromCodePoint(text.codePointAt(unit < 0xdc_00 ? index : index - 1) ?? 0)
    : text.charAt(index)
  const kind = LETTER.test(character) ? INSIDE : JOINING.test(character) ? WITHIN : OUTSIDE
  if (!isHalf) kinds[unit] = kind
  return kind
}

/** The text of a body of Markdown without its markup, for a search to find words in. */
export const plainText = (text: string): string => text.replace(MARKUP, ' ').replace(/[*_`~#>|[\]]+/g, ' ')

/** Counts the words that a reader reads in a body of Markdown. */
export function countWords(text: string): number {
  const read = text.replace(MARKUP, ' ')
  let words = 0
  let isInside = false
  for (let index = 0; index < read.length; index++) {
    const kind = kindOf(read, index)
    if (kind === INSIDE && !isInside) words++
    isInside = kind === INSIDE || (isInside && kind === WITHIN)
  }
  return words
}

const WORDS_A_MINUTE = 230

/** Whole minutes to read a text, one at the least. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE))
