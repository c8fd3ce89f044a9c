/** What is markup and not read: targets and definitions of links, footnotes' marks, tags, references, directives' lines. */
const MARKUP =
  /\]\((?:[^()]|\([^()]*\))*\)|^ {0,3}\[(?!\^)[^\]\n]+\]:.*$|\[\^[^\]\s]+\]|<[!/a-z][^<>]*>|&#?\w+;|^:{2,}.*$/gim
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu

/** Counts the words that a reader reads in a body of Markdown. */
export function countWords(text: string): number {
  return text.replace(MARKUP, ' ').match(WORD)?.length ?? 0
}

const WORDS_A_MINUTE = 230

/** Whole minutes to read a text, one at the least. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE))
