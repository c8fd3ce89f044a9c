/** What is markup and not read: targets and definitions of links, footnotes' marks, tags, references, directives' lines. */
const MARKUP =
  /\]\((?:[^()]|\([^()]*\))*\)|^ {0,3}\[(?!\^)[^\]\n]+\]:.*$|\[\^[^\]\s]+\]|<[!/a-z][^<>]*>|&#?\w+;|^:{2,}.*$/gim
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu

/** The text of a body of Markdown without its markup, for a search to find words in. */
export const plainText = (text: string): string => text.replace(MARKUP, ' ').replace(/[*_`~#>|[\]]+/g, ' ')

/** Counts the words that a reader reads in a body of Markdown. */
export function countWords(text: string): number {
  const read = text.replace(MARKUP, ' ')
  let words = 0
  WORD.lastIndex = 0
  while (WORD.test(read)) words++
  return words
}

const WORDS_A_MINUTE = 230

/** Whole minutes to read a text, one at the least. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE))
