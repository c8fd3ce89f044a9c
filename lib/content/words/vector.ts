/** What a text has of one stem. */
export interface Term {
  /** The stem's number in the catalog. */
  readonly id: number
  /** Whether it is written as a name: more often with a capital, where no sentence begins, than without. */
  readonly name: boolean
  /** How often it stands in the headline and the dek (3 at most) and in the body (63 at most). */
  readonly headline: number
  readonly dek: number
  readonly body: number
}

const MOST_IN_LINE = 3
const MOST_IN_BODY = 63
/** Numbers beyond it do not fit, and are those of stems that came last: in a catalog of millions, the rarest. */
const HIGHEST_ID = 2 ** 21 - 1

/** Four bytes a stem, little-endian: its number, and in the lower eleven bits how it is used. */
export function packTerms(terms: Iterable<Term>): Uint8Array {
  const packed: number[] = []
  for (const { id, name, headline, dek, body } of terms) {
    if (id > HIGHEST_ID) continue
    const lines = (Math.min(headline, MOST_IN_LINE) << 8) | (Math.min(dek, MOST_IN_LINE) << 6)
    packed.push(((id << 11) | (Number(name) << 10) | lines | Math.min(body, MOST_IN_BODY)) >>> 0)
  }
  return new Uint8Array(Uint32Array.from(packed).buffer)
}

/** The terms that `packTerms` packed. */
export const unpackTerms = (bytes: Uint8Array): Term[] =>
  Array.from(numbersOf(bytes), (packed) => ({
    id: packed >>> 11,
    name: ((packed >>> 10) & 1) === 1,
    headline: (packed >>> 8) & 3,
    dek: (packed >>> 6) & 3,
    body: packed & 63,
  }))

/** Bytes of a row may begin anywhere, and numbers may not. */
const numbersOf = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.slice().buffer)
