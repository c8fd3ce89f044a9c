import { encode, wrap } from 'nodemailer/lib/qp'

/** Where a line goes on in the next one. */
const SOFT_BREAK = '=\r\n'
/** One less than a line may have, so that a piece can end in a soft break. */
const WIDTH = 75

const END = Buffer.from('\r\n')

const quoted = (text: string) =>
  Buffer.from(wrap(encode(text), WIDTH) + (text.endsWith('\r\n') ? '' : SOFT_BREAK), 'latin1')

const escaped = (place: string) => place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * A text with places where something of the recipient's own goes, encoded once for all of them: each piece and each
 * thing that is put between begins a line of its own, and soft breaks join them again.
 * @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
 */
export class QuotedText {
  readonly #pieces: readonly (Buffer | number)[]

  /** @param places what stands in the text where something else is put in, each as often as it likes */
  constructor(text: string, places: readonly string[]) {
    const lines = text.replace(/\r\n?|\n/g, '\r\n')
    const pieces = places.length === 0 ? [lines] : lines.split(new RegExp(`(${places.map(escaped).join('|')})`))
    this.#pieces = pieces
      .filter((piece) => piece !== '')
      .map((piece) => (places.includes(piece) ? places.indexOf(piece) : quoted(piece)))
  }

  /** The encoded text, in pieces, with `values` in their places, in the order of `places`. */
  fill(values: readonly string[]): readonly Buffer[] {
    const own = values.map(quoted)
    const pieces = this.#pieces.map((piece) => (typeof piece === 'number' ? (own[piece] as Buffer) : piece))
    return [...pieces, END]
  }
}
