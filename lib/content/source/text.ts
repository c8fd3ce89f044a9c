import type { Place } from '../problems.ts'

/** No Markdown or YAML file of a news site comes near this; a larger one is refused unread. */
export const LARGEST_FILE = 1024 * 1024

/** What a file holds that is no text, and where; thrown by `decode`. */
export class EncodingError extends Error {
  override name = 'EncodingError'
  readonly place: Place
  constructor(message: string, place: Place) {
    super(message)
    this.place = place
  }
}

/**
 * Characters that no page can show: HTML takes them for an error, and XML cannot hold them.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
 * @see https://www.w3.org/TR/xml/#charsets
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
export const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/

/** `U+0007`. */
const codeOf = (character: string) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Bytes of a file as text: UTF-8 only, without a byte order mark, with every line ending as `\n`.
 * @throws {EncodingError} at the first byte that is not UTF-8, else at the first control character.
 */
export function decode(bytes: Uint8Array): string {
  const text = decodeStart(bytes, false)
  if (text === null) throw new EncodingError('the file is not UTF-8 text', firstBadByte(bytes))
  const control = CONTROL.exec(text)
  if (control === null) return text
  const message = `the file holds the control character ${codeOf(control[0])}, which no page can show; delete it`
  throw new EncodingError(message, placeAt(text, control.index))
}

/** The same, or null for what is not UTF-8. In an `open` text, a character that is cut off at the end is left out. */
function decodeStart(bytes: Uint8Array, open: boolean): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: open })
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  } catch {
    return null
  }
}

/** Halves the distance between a beginning that can be decoded and one that cannot, until they meet. */
function firstBadByte(bytes: Uint8Array): Place {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodeStart(bytes.subarray(0, middle), true) === null) bad = middle
    else good = middle
  }
  const before = decodeStart(bytes.subarray(0, good), true) ?? ''
  return placeAt(before, before.length)
}

/** Line and column, from 1, of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}
