import { type Place, TOP } from '../problems.ts'

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
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new EncodingError(firstBadByte(bytes))
  }
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function firstBadByte(bytes: Uint8Array): Place {
  const lenient = new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n')
  // A file may hold U+FFFD itself, rightly encoded; the first one that bytes cannot account for is the culprit.
  for (let at = lenient.indexOf('\ufffd'); at !== -1; at = lenient.indexOf('\ufffd', at + 1)) {
    const before = new TextEncoder().encode(lenient.slice(0, at)).length
    const real = bytes[before] === 0xef && bytes[before + 1] === 0xbf && bytes[before + 2] === 0xbd
    if (!real) return placeAt(lenient, at)
  }
  return TOP
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
