import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import { remembering } from './remembering.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/**
 * The best encoding that a client takes: the one it likes most, and of two that it likes alike the smaller. Where
 * it refuses all of them, it gets the bytes as they are.
 * @param acceptEncoding the header's value, as received
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
 */
export const preferredEncoding = (acceptEncoding: string | undefined): Encoding =>
  acceptEncoding === undefined ? 'identity' : choose(acceptEncoding)

const choose = remembering((header: string): Encoding => {
  const weights = new Map(header.split(',').map(readWeight))
  const any = weights.get('*') ?? 0
  const gzip = weights.get('gzip') ?? weights.get('x-gzip') ?? any
  const br = weights.get('br') ?? any
  // What is not named is liked least, yet taken.
  const identity = weights.get('identity') ?? 0
  if (br > 0 && br >= gzip && br >= identity) return 'br'
  return gzip > 0 && gzip >= identity ? 'gzip' : 'identity'
})

/** A coding and its weight from 0 to 1; one whose weight cannot be read counts as refused. */
function readWeight(part: string): [string, number] {
  const [, coding = '', weight] = /^\s*([^\s;]*)\s*(?:;\s*q\s*=\s*(.*?))?\s*$/i.exec(part) ?? []
  if (weight === undefined) return [coding.toLowerCase(), coding === '' ? 0 : 1]
  return [coding.toLowerCase(), /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/.test(weight) ? Number(weight) : 0]
}

const brotliAsync = promisify(brotliCompress)
const brotliDecompressAsync = promisify(brotliDecompress)
const gzipAsync = promisify(gzip)

/**
 * What a server sends before it waits for a first answer, ten packets of 1,460 bytes, less what the headers of a page take. A
 * page within it is there one round trip earlier: 150 ms for a phone far away.
 * @see https://www.rfc-editor.org/rfc/rfc6928
 */
export const FIRST_FLIGHT = 14_600 - 1_300

/** Brotli's qualities; `close` takes 20 times as long as `soon` and saves a tenth, `small` 60 times and a seventh. */
const QUALITY = { soon: 6, close: 10, small: 11 }
const SAVED_BY_CLOSE = 0.1

/**
 * Compresses bytes outside the main thread.
 * @param effort `soon` for a page that somebody waits for: 30 KB take half a millisecond, and 20 ms where that brings it
 * into the first flight. `small` for bytes that stay.
 * @see https://www.rfc-editor.org/rfc/rfc7932
 */
export async function compress(
  bytes: Buffer,
  encoding: 'br' | 'gzip',
  effort: 'soon' | 'small' = 'soon',
): Promise<Buffer> {
  if (encoding === 'gzip') return trim(await gzipAsync(bytes, { level: effort === 'soon' ? 6 : 9 }))
  const made = await brotli(bytes, QUALITY[effort])
  const isNear = made.length > FIRST_FLIGHT && made.length * (1 - SAVED_BY_CLOSE) <= FIRST_FLIGHT
  return effort === 'soon' && isNear ? brotli(bytes, QUALITY.close) : made
}

async function brotli(bytes: Buffer, quality: number): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
  }
  return trim(await brotliAsync(bytes, { params }))
}

/**
 * How far back to look for what is there already, as a power of two: no further than the bytes go. Up to 64 KB, which most
 * pages stay below, the encoder then takes tables of a few hundred kilobytes in place of megabytes.
 */
const windowFor = (length: number): number => Math.min(22, Math.max(16, Math.ceil(Math.log2(length + 1))))

/** The same bytes in no more memory than they need: compressing leaves them in a larger block. */
function trim(bytes: Buffer): Buffer {
  const exact = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(exact)
  return exact
}

/** What was compressed with brotli. */
export const decompress = async (bytes: Buffer): Promise<Buffer> => trim(await brotliDecompressAsync(bytes))
