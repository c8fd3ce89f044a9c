import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compress, preferredEncoding } from './encoding.ts'

test.for([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate, zstd', 'identity'],
  ['*', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['gzip;q=0.5, br ; q = 1', 'br'],
  ['br;Q=0.2,gzip;Q=0.9', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['*;q=0', 'identity'],
  ['identity, gzip;q=0.5', 'identity'],
  ['identity;q=0.5, gzip;q=0.5', 'gzip'],
  ['identity;q=0', 'identity'],
  ['br;q=2, gzip', 'gzip'],
  ['br;q=one', 'identity'],
  ['br;level=11', 'identity'],
] as const)('for %j, a page goes out as %s', ([header, encoding]) => {
  expect(preferredEncoding(header)).toBe(encoding)
})

test('any header has an answer, and the same one each time', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const encoding = preferredEncoding(header)
      expect(['br', 'gzip', 'identity']).toContain(encoding)
      expect(preferredEncoding(header)).toBe(encoding)
    }),
    { numRuns: 3000 },
  )
})

test.for(['soon', 'small'] as const)('what is compressed %s comes out as it was', async (effort) => {
  const bytes = Buffer.from('A page of news. '.repeat(200))
  const [br, zipped] = await Promise.all([compress(bytes, 'br', effort), compress(bytes, 'gzip', effort)])
  expect(await promisify(brotliDecompress)(br)).toEqual(bytes)
  expect(await promisify(gunzip)(zipped)).toEqual(bytes)
  expect(br.length).toBeLessThan(bytes.length / 10)
})
