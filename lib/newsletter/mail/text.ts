/** Columns of a text part; lines of more are hard to read, and some programs break them anywhere. */
const COLUMNS = 72

/** A line across. */
export const RULE = '-'.repeat(COLUMNS)

/**
 * Text in lines of 72 characters at most, broken between words only. A longer word, such as an address, has a line of its
 * own.
 */
function wrap(text: string): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= COLUMNS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

/** Lines, each wrapped, without those that say nothing; addresses stay whole. */
export const paragraph = (...lines: readonly (string | null)[]): string =>
  lines.flatMap((line) => (line ? [wrap(line)] : [])).join('\n')

/** Paragraphs with a blank line between, and a line end at the end. */
export const textOfParagraphs = (paragraphs: readonly string[]): string =>
  `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`
