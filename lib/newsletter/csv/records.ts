/** A record and the line it begins on, from 1; or why it cannot be read. */
export type CsvRecord = { readonly line: number } & (
  | { readonly cells: readonly string[] }
  | { readonly cells: null; readonly reason: string }
)

/** Characters of a record, at most: a quotation mark that is never closed takes no more than that with it. */
const LONGEST = 65_536

const CELL = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/gy

/**
 * Reads the records of a CSV file in UTF-8, with or without a byte order mark, as they come in. Empty lines are none.
 * @see https://www.rfc-editor.org/rfc/rfc4180#section-2
 * @throws when it is not UTF-8
 */
export async function* readRecords(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<CsvRecord> {
  let [line, begun, record, isOpen] = [0, 1, '', false]
  for await (const text of linesOf(chunks)) {
    line += 1
    if (record === '') begun = line
    record += text
    if (hasOddQuotes(text)) isOpen = !isOpen
    // A line break inside quotation marks belongs to the cell.
    if (isOpen && record.length <= LONGEST) continue
    const ended = record.replace(/\r?\n?$/, '')
    if (isOpen) yield { line: begun, cells: null, reason: NOT_CLOSED }
    else if (ended !== '') yield recordOf(ended, begun)
    ;[record, isOpen] = ['', false]
  }
  if (record !== '') yield { line: begun, cells: null, reason: NOT_CLOSED }
}

const NOT_CLOSED = 'a quotation mark is not closed'

const hasOddQuotes = (text: string): boolean => text.split('"').length % 2 === 0

function recordOf(text: string, line: number): CsvRecord {
  const cells: string[] = []
  CELL.lastIndex = 0
  for (;;) {
    const match = CELL.exec(text)
    if (match === null)
      return { line, cells: null, reason: 'a quotation mark stands inside a cell that has none around it' }
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '') return { line, cells }
  }
}

/** Lines with the breaks that end them. */
async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  let rest = ''
  for await (const text of textOf(chunks)) {
    rest += text
    let from = 0
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      yield rest.slice(from, end + 1)
      from = end + 1
    }
    rest = rest.slice(from)
  }
  if (rest !== '') yield rest
}

async function* textOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunks)
      yield decoder.decode(typeof chunk === 'string' ? Buffer.from(chunk) : chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new Error('The file is not UTF-8. Save it as “CSV UTF-8”.', { cause: error })
    throw error
  }
}
