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
const ID_BITS = 21
const USE_BITS = 32 - ID_BITS

/** Numbers beyond it do not fit, and are those of stems that came last: in a catalog of millions, the rarest. */
export const HIGHEST_ID = 2 ** ID_BITS - 1

/** A stem's number, `HIGHEST_ID` at most, with how it is used, in 32 bits; larger counts are cut. */
export const packTerm = (id: number, { name, headline, dek, body }: Omit<Term, 'id'>): number =>
  ((id << USE_BITS) |
    (Number(name) << 10) |
    (Math.min(headline, MOST_IN_LINE) << 8) |
    (Math.min(dek, MOST_IN_LINE) << 6) |
    Math.min(body, MOST_IN_BODY)) >>>
  0

/** The same use of a stem that has another number. */
export const renumber = (packed: number, id: number): number => ((id << USE_BITS) | bitsOf(packed)) >>> 0

/** Packed terms as the bytes of a row: four a term, little-endian. */
export const toBytes = (packed: Uint32Array): Uint8Array =>
  new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength)

/** The packed terms of a row. Its bytes may begin anywhere, and numbers may not. */
export const fromBytes = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.slice().buffer)

/** Of a packed term the stem's number, and how it is used. */
export const idOf = (packed: number): number => packed >>> USE_BITS
export const bitsOf = (packed: number): number => packed & (2 ** USE_BITS - 1)

/** The terms of a row. */
export const unpackTerms = (bytes: Uint8Array): Term[] =>
  Array.from(fromBytes(bytes), (packed) => ({
    id: idOf(packed),
    name: ((packed >>> 10) & 1) === 1,
    headline: (packed >>> 8) & 3,
    dek: (packed >>> 6) & 3,
    body: packed & 63,
  }))
