import type { Place } from '../problems.ts'

/** No Markdown or YAML file of a news site comes near this; a larger one is refused unread. */
export const LARGEST_FILE = 1024 * 1024

/** Where invalid UTF-8 starts; thrown by `decode`. */
export class EncodingError extends Error {
  override name = 'EncodingError'
  readonly place: Place
  constructor(place: Place) {
    super(`not UTF-8 text at byte sequence in line ${place.line}`)
    this.place = place
  }
}

/**
 * Bytes of a file as text: UTF-8 only, without a byte order mark, with every line ending as `\n`.
 * @throws {EncodingError} at the first byte that is not UTF-8.
 */
export function decode(bytes: Uint8Array): string {
  const text = decodeStart(bytes, false)
  if (text === null) throw new EncodingError(firstBadByte(bytes))
  return text
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
